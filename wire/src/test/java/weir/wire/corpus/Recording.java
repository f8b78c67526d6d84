// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import weir.model.Observer;
import weir.wire.Corpus;
import weir.wire.SinkOptions;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Sensor;

/** The frames of one capture in memory, so that they can be played from anywhere and with damage. */
record Recording(String name, List<Shot> shots) {

    /** One frame as it was captured. */
    record Shot(byte[] data, int length, int linkType, long time, long number) {

        Shot with(byte[] other) {
            return new Shot(other, length, linkType, time, number);
        }
    }

    static Recording of(Corpus.Capture capture) {
        List<Shot> shots = new ArrayList<>();
        Frame frame = new Frame();
        try (FrameSource source = Captures.open(List.of(capture.file()), InputStream.nullInputStream())) {
            while (source.next(frame)) {
                byte[] data = java.util.Arrays.copyOfRange(frame.data, frame.offset, frame.offset + frame.captured);
                shots.add(new Shot(data, frame.length, frame.linkType, frame.time, frame.packet));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Recording(capture.path(), shots);
    }

    /** Shows the frames to a sensor, from the one at {@code first} (counted from 0) on. */
    void play(int first, SinkOptions options, Observer observer) {
        Sensor sensor = new Sensor(name, observer, options);
        for (Shot shot : shots.subList(first, shots.size())) {
            sensor.frame(shot.data, 0, shot.data.length, shot.length, shot.linkType, shot.time, shot.number);
        }
        sensor.finish();
    }

    /** The same with another frame in one place. */
    Recording with(int place, Shot other) {
        List<Shot> changed = new ArrayList<>(shots);
        changed.set(place, other);
        return new Recording(name, changed);
    }
}
