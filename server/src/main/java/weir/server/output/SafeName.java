// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

/** The name that a file of the network gets on the disk: what the network says may lead out of a folder, or pretend. */
final class SafeName {

    private static final int LONGEST = 80;

    private SafeName() {}

    /** The last part of a path, of letters, digits, dot, hyphen and underscore alone; "" where nothing is left. */
    static String of(String name) {
        int begin = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        StringBuilder safe = new StringBuilder();
        for (int i = begin; i < name.length() && safe.length() < LONGEST; i++) {
            char letter = name.charAt(i);
            safe.append(isPlain(letter) ? letter : '_');
        }
        while (!safe.isEmpty() && safe.charAt(safe.length() - 1) == '.') {
            safe.setLength(safe.length() - 1);
        }
        // the suffix says that a file is not whole, and no name may say so
        return safe.toString().endsWith(KeptFiles.PART) ? safe.append('_').toString() : safe.toString();
    }

    private static boolean isPlain(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '.'
                || letter == '-'
                || letter == '_';
    }
}
