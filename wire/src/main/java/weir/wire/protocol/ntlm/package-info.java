// SPDX-License-Identifier: Apache-2.0
/** NTLM: the challenge and answer with which Windows proves who logs in, in whatever protocol carries them. */
@NullMarked
package weir.wire.protocol.ntlm;

import org.jspecify.annotations.NullMarked;
