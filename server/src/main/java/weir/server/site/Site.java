// SPDX-License-Identifier: Apache-2.0
package weir.server.site;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import weir.analysis.Picture;
import weir.analysis.Verdict;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Watch;
import weir.analysis.detect.across.ChangePlan;
import weir.analysis.inventory.Vendors;
import weir.analysis.process.Catalogue;
import weir.analysis.process.Tags;
import weir.model.Observer;
import weir.server.input.Stop;
import weir.wire.Protocol;
import weir.wire.SinkOptions;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.flow.StackSigns;
import weir.wire.sensor.Sensor;

/**
 * A site that is watched. What comes in is folded by whoever brings it, one at a time and a batch at a time; who wants
 * to know gets a {@link Glance}, which is made anew at most once a second.
 */
public final class Site {

    /** Frames between two moments at which others may look. */
    private static final int BATCH = 512;

    /** Conversations of one source; those of the next are numbered after them. */
    private static final long CONVERSATIONS = 1L << 40;

    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    /** How far the reading of a source is. */
    @FunctionalInterface
    public interface Progress {
        /** @param position bytes read of the source */
        void at(long packets, long position);
    }

    /** Fair, so that who wants to look waits for one batch and not for the end of a capture. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final ReentrantLock making = new ReentrantLock();
    private final Vendors vendors;
    private final List<Protocol> protocols;
    private final Picture picture = new Picture();
    private final Catalogue catalogue = new Catalogue();
    private final Traces traces = new Traces();
    private final Origins origins = new Origins();
    private final Watch watch;
    private final Observer fold;
    private volatile long packets; // changed with the lock, as all that is folded
    private long sources;
    private volatile Glance latest;
    private volatile long madeAt = System.nanoTime();

    public Site(Vendors vendors, List<Protocol> protocols, List<Detector> detectors) {
        this.vendors = vendors;
        this.protocols = protocols;
        watch = new Watch(new Baseline(), detectors);
        fold = (at, what) -> {
            picture.observe(at, what);
            catalogue.observe(at, what);
            traces.observe(at, what);
            watch.observe(at, what);
        };
        latest = make();
    }

    /**
     * Reads a source to its end, or until that is wished.
     *
     * @param name of the source, by which its packets are found again
     */
    public void read(String name, FrameSource source, Stop stop, Progress progress) throws IOException {
        Sensor sensor = sensor(name);
        Frame frame = new Frame();
        long read = 0;
        boolean more = true;
        while (more && !stop.wished()) {
            lock.lock();
            try {
                int batch = 0;
                long number = packets;
                while (batch < BATCH && (more = source.next(frame))) {
                    batch++;
                    number++;
                    sensor.frame(
                            frame.data, frame.offset, frame.captured, frame.length, frame.linkType, frame.time, number);
                }
                packets = number;
                origins.add(number - batch + 1, batch, name, read + 1);
                read += batch;
            } finally {
                lock.unlock();
            }
            progress.at(read, source.position());
        }
        finish(sensor);
    }

    private Sensor sensor(String name) {
        lock.lock();
        try {
            return new Sensor(name, fold, SinkOptions.PLAIN.withPoints(), protocols, new StackSigns(fold))
                    .numberAfter(sources++ * CONVERSATIONS);
        } finally {
            lock.unlock();
        }
    }

    private void finish(Sensor sensor) {
        lock.lock();
        try {
            sensor.finish();
        } finally {
            lock.unlock();
        }
    }

    /** What is known, at most about a second old. */
    public Glance glance() {
        Glance known = latest;
        if (System.nanoTime() - madeAt < FRESH || !making.tryLock()) {
            return known;
        }
        try {
            lock.lock();
            try {
                known = picture.observations() == known.plant().observations() ? known : make();
            } finally {
                lock.unlock();
            }
            latest = known;
            madeAt = System.nanoTime();
            return known;
        } finally {
            making.unlock();
        }
    }

    private Glance make() {
        return new Glance(
                picture.plant(vendors),
                Verdict.of(watch, new ChangePlan(List.of())),
                catalogue.points(Tags.NONE),
                watch.stage());
    }

    /** Packets read so far. */
    public long packets() {
        return packets;
    }

    /** The last values of a point, the oldest first. */
    public List<Traces.Value> trace(String point) {
        lock.lock();
        try {
            return traces.of(point);
        } finally {
            lock.unlock();
        }
    }

    /** Where packets of this site come from, in order. */
    public List<Origins.Run> origins(long firstPacket, long lastPacket) {
        lock.lock();
        try {
            return origins.of(firstPacket, lastPacket);
        } finally {
            lock.unlock();
        }
    }
}
