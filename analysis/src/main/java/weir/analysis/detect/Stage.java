// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

/** How far the watch is. */
public enum Stage {
    /** It is shown what is normal, and complains of nothing. */
    LEARNING,
    /** Nobody showed it what is normal: what it sees it takes for normal until little new comes; rules hold already. */
    SETTLING,
    /** It knows what is normal. */
    JUDGING
}
