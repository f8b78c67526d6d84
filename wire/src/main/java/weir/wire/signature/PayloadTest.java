// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

/** What has to stand somewhere in a payload. */
public sealed interface PayloadTest permits Content, Expression, NumberTest, DataAt {}
