// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import weir.model.Address;

/** Who made a network interface, by the first three octets of its hardware address. */
public final class Vendors {

    private final Map<Integer, String> names;
    private final IntFunction<String> others;

    /** @param names by the first three octets, first octet highest */
    public Vendors(Map<Integer, String> names) {
        this(names, prefix -> "");
    }

    private Vendors(Map<Integer, String> names, IntFunction<String> others) {
        this.names = names;
        this.others = others;
    }

    /** The vendors of industrial and network equipment that Weir knows by itself. */
    public static Vendors known() {
        try (InputStream in = Vendors.class.getResourceAsStream("vendors.tsv")) {
            if (in == null) {
                throw new IllegalStateException("vendors.tsv is missing from the program");
            }
            return new Vendors(read(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("vendors.tsv", e);
        }
    }

    private static Map<Integer, String> read(InputStreamReader text) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        BufferedReader lines = new BufferedReader(text);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int tab = line.indexOf('\t');
            if (tab == 6) {
                names.put(Integer.parseInt(line, 0, 6, 16), line.substring(7));
            }
        }
        return names;
    }

    /** These vendors, and where they know nothing those: a name by the first three octets, or "". */
    public Vendors or(IntFunction<String> more) {
        return new Vendors(names, more);
    }

    /** The vendor's name, or "". */
    public String of(Address mac) {
        if (mac.kind() != Address.Kind.MAC || (mac.low() >>> 41 & 1) != 0) {
            return "";
        }
        int prefix = (int) (mac.low() >>> 24);
        String known = names.get(prefix);
        return known != null ? known : others.apply(prefix);
    }
}
