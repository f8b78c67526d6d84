// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** What carries a conversation. */
public enum Transport {
    LINK,
    IP,
    ICMP,
    UDP,
    TCP
}
