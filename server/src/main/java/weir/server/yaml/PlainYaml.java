// SPDX-License-Identifier: Apache-2.0
package weir.server.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML that Weir brings along, as plain maps, lists and values. */
public final class PlainYaml {

    private PlainYaml() {}

    /** The object that a resource beside this class is. */
    public static Map<String, ?> resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            @SuppressWarnings("unchecked")
            Map<String, ?> object =
                    (Map<String, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return Objects.requireNonNull(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
