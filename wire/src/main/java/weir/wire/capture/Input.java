// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

/**
 * An input that has been opened.
 *
 * @param name as the user gave it
 * @param number which of the inputs, counted from 0
 * @param packed whether it is gzip
 * @param stored its bytes as stored
 * @param size how many of those there are, -1 where that is unknown
 * @param chunk its bytes unpacked
 */
record Input(String name, int number, boolean packed, Counted stored, long size, Chunk chunk) {}
