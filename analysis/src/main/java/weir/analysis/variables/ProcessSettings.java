// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * How a process is learnt and judged. One set of defaults serves all plants; what an operator sets is the number of
 * false alarms a week.
 *
 * @param falseAlarmsAWeek how often normal operation may alarm, on average
 * @param fast weight of the newest row in the view of all columns together: the last handful of rows
 * @param slow weight of the newest row in the view of the worst column: about twice as many rows
 * @param blocks that the learnt rows are cut into; each is judged by a model of all the others
 * @param ridge by how much the relations are damped, as a part of a column's variance
 * @param floor the least spread of what relations leave unexplained, as a part of the column's own spread: no sensor is
 *     held to more than that, however well it could be computed from others while learning
 * @param clip how many spreads one value of one column may count at most
 * @param share of the variance that the subspace of normal operation keeps
 * @param outside how far out of its learnt range a column must stay for an alarm of its own, as a part of that range
 * @param widest by which factor at most a threshold is raised where fewer rows were learnt than the false-alarm budget
 *     speaks of
 * @param release an alarm ends when the score falls below this part of the threshold
 * @param minimum rows in succession above the threshold that make an alarm
 * @param gap alarms with no more rows between them are one
 */
public record ProcessSettings(
        double falseAlarmsAWeek,
        double fast,
        double slow,
        int blocks,
        double ridge,
        double floor,
        double clip,
        double share,
        double outside,
        double widest,
        double release,
        int minimum,
        int gap) {

    public static final ProcessSettings DEFAULT =
            new ProcessSettings(0.1, 0.2, 0.1, 5, 0.01, 0.2, 8, 0.9, 0.1, 2.5, 0.8, 2, 24);

    public ProcessSettings withFalseAlarmsAWeek(double number) {
        return new ProcessSettings(
                number, fast, slow, blocks, ridge, floor, clip, share, outside, widest, release, minimum, gap);
    }

    /** How long normal operation may go without a false alarm, by the budget. */
    double secondsAnAlarm() {
        return 7 * 86_400 / falseAlarmsAWeek;
    }
}
