// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import weir.store.Line;
import weir.store.Store;

/** Blocks that go to files together. */
final class Round implements AutoCloseable {

    /** Rows at most, but for those of the blocks that were read last: what is held at once. */
    private static final int ROWS = 1_000_000;
    /** Blocks read at once: 16 MiB. */
    private static final int BLOCKS = 16;

    private final DuckDBConnection connection;
    private final Map<Kind, Staging> staged = new EnumMap<>(Kind.class);
    private long rows;

    Round(DuckDBConnection connection) {
        this.connection = connection;
    }

    long rows() {
        return rows;
    }

    /** Hands the blocks up to this one to the engine, or some of them; the number of the last one. */
    long stage(Store store, long last) throws IOException, SQLException {
        long upTo = 0;
        while (rows < ROWS && upTo < last) {
            long after = upTo;
            for (Line line : store.look(view -> view.lines(Rows.LOG, after, BLOCKS))) {
                stage(new BlockRows(line.body()));
                upTo = line.number();
            }
        }
        return upTo;
    }

    private void stage(BlockRows block) throws SQLException {
        Staging staging = staged.get(block.kind());
        if (staging == null) {
            staging = new Staging(block.kind(), connection);
            staged.put(block.kind(), staging);
        }
        rows += block.rows();
        staging.add(block);
    }

    /** Writes the files, one for each kind, site and day, and adds them to these as they are done. */
    void write(Folder folder, long number, List<Registry.Entry> files) throws IOException, SQLException {
        for (Staging staging : new ArrayList<>(staged.values())) {
            staging.finish();
            for (Partition partition : staging.partitions()) {
                String path = partition.folder() + "/" + number + ".parquet";
                files.add(folder.file(path, part -> staging.write(partition, part)));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (Staging staging : staged.values()) {
                staging.close();
            }
        }
    }
}
