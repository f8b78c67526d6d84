// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several inputs as one, by time. The input whose next frame is the earliest stands on top of a heap; of equal times
 * the input given first is first. An input whose times go back keeps its own order.
 */
final class Merge implements FrameSource {

    private final List<CaptureFile> inputs;
    private final Frame[] heads;
    private final int[] heap;
    private int waiting;
    private boolean begun;
    private boolean delivered;
    private long packets;

    Merge(List<CaptureFile> inputs) {
        this.inputs = List.copyOf(inputs);
        this.heads = new Frame[inputs.size()];
        this.heap = new int[inputs.size()];
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (!begun) {
            begin();
        } else if (delivered) {
            advance();
        }
        delivered = waiting > 0;
        if (delivered) {
            frame.set(heads[heap[0]]);
            frame.packet = ++packets;
        }
        return delivered;
    }

    private void begin() throws IOException {
        begun = true;
        for (int input = 0; input < heads.length; input++) {
            heads[input] = new Frame();
            if (inputs.get(input).next(heads[input])) {
                heap[waiting++] = input;
            }
        }
        for (int parent = waiting / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
    }

    /** Fetches what follows the frame on top, whose bytes the user is done with only now. */
    private void advance() throws IOException {
        int top = heap[0];
        if (!inputs.get(top).next(heads[top])) {
            heap[0] = heap[--waiting];
        }
        sink(0);
    }

    private void sink(int from) {
        int parent = from;
        while (2 * parent + 1 < waiting) {
            int child = 2 * parent + 1;
            if (child + 1 < waiting && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], heap[parent])) {
                return;
            }
            int above = heap[parent];
            heap[parent] = heap[child];
            heap[child] = above;
            parent = child;
        }
    }

    private boolean before(int one, int other) {
        long difference = Long.compare(heads[one].time, heads[other].time);
        return difference < 0 || (difference == 0 && one < other);
    }

    @Override
    public List<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        for (CaptureFile input : inputs) {
            damages.addAll(input.damages());
        }
        return damages;
    }

    @Override
    public long position() {
        long position = 0;
        for (CaptureFile input : inputs) {
            position += input.position();
        }
        return position;
    }

    @Override
    public long size() {
        long size = 0;
        for (CaptureFile input : inputs) {
            if (input.size() < 0) {
                return -1;
            }
            size += input.size();
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (CaptureFile input : inputs) {
            try {
                input.close();
            } catch (IOException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
