// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a database of PostgreSQL is and how to get in: {@code postgresql://USER@HOST:PORT/DATABASE}, with the password
 * from the file that {@code ?passwordfile=} names, or from the environment; never from the address itself, which is
 * shown.
 */
record PostgresAddress(String shown, String jdbc, String user, String password, Map<String, String> options) {

    private static final String VARIABLE = "WEIR_STORE_PASSWORD";
    private static final String FILE = "passwordfile";
    private static final Set<String> OPTIONS = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", FILE);
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    static PostgresAddress of(URI uri, Map<String, String> environment) throws IOException {
        String user = uri.getRawUserInfo();
        if (user != null && user.indexOf(':') >= 0) {
            throw new IOException("the address of the store holds a password: put it into a file named by ?" + FILE
                    + "= or into " + VARIABLE);
        }
        String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        if (uri.getHost() == null || user == null || database.isEmpty() || database.indexOf('/') >= 0) {
            throw new IOException("an address of the store is postgresql://USER@HOST:PORT/DATABASE");
        }
        Map<String, String> options = options(uri.getQuery());
        String file = options.remove(FILE);
        String password = file == null ? environment.getOrDefault(VARIABLE, "") : password(Path.of(file));
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String place = "//" + uri.getHost() + ":" + port + uri.getRawPath();
        return new PostgresAddress("postgresql:" + place, "jdbc:postgresql:" + place, user, password, options);
    }

    private static Map<String, String> options(String query) throws IOException {
        Map<String, String> options = new TreeMap<>();
        if (query != null) {
            for (String option : query.split("&", -1)) {
                int equals = option.indexOf('=');
                String name = equals < 0 ? option : option.substring(0, equals);
                if (equals < 0 || !OPTIONS.contains(name)) {
                    throw new IOException("the address of the store has the option " + name + ", unlike any of "
                            + String.join(", ", OPTIONS.stream().sorted().toList()));
                }
                options.put(name, option.substring(equals + 1));
            }
        }
        return options;
    }

    private static String password(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(
                    "the file " + file + " holds the password of the store and others may read it: chmod 600 it");
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(options);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return shown;
    }
}
