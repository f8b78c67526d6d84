// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import weir.wire.Cursor;

/** About how many bytes of memory an object keeps alive, constants and what is shared with others left out. */
final class Footprint {

    private Footprint() {}

    static long of(Object root) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        long bytes = 0;
        while (!open.isEmpty()) {
            Object object = open.poll();
            if (!seen.add(object) || object instanceof Class || object instanceof Enum) {
                continue;
            }
            Class<?> type = object.getClass();
            if (type.isArray()) {
                bytes += 16;
                int length = Array.getLength(object);
                bytes += (long) length * width(type.getComponentType());
                if (!type.getComponentType().isPrimitive()) {
                    for (Object element : (Object[]) object) {
                        if (element != null) {
                            open.add(element);
                        }
                    }
                }
                continue;
            }
            bytes += 16;
            if (object instanceof String text) {
                bytes += 24 + text.length();
                continue;
            }
            if (object instanceof Map<?, ?> map) {
                bytes += 48L * map.size();
                open.addAll(map.keySet());
                open.addAll(map.values());
                continue;
            }
            if (object instanceof Collection<?> collection) {
                bytes += 16L * collection.size();
                open.addAll(collection);
                continue;
            }
            if (object instanceof Cursor) {
                // the bytes that a cursor passes over belong to the packet
                bytes += 48;
                continue;
            }
            if (type.getName().startsWith("java.")) {
                bytes += 16;
                continue;
            }
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers())) {
                        continue;
                    }
                    bytes += width(field.getType());
                    if (!field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        Object value = field.get(object);
                        if (value != null) {
                            open.add(value);
                        }
                    }
                }
            }
        }
        return bytes;
    }

    private static int width(Class<?> type) {
        if (type == long.class || type == double.class) {
            return 8;
        }
        if (type == byte.class || type == boolean.class) {
            return 1;
        }
        return type == short.class || type == char.class ? 2 : 4;
    }
}
