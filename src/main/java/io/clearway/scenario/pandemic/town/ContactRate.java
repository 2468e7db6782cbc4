package io.clearway.scenario.pandemic.town;

/**
 * How many of the possible pairs of persons in a place meet within an hour. Members are those who live, work or learn
 * there; all others are visitors.
 *
 * @param members share of the pairs of members
 * @param mixed share of the pairs of a member and a visitor
 * @param visitors share of the pairs of visitors
 * @param leastMembers contacts of members there are at least, where there are two
 * @param leastMixed likewise of a member and a visitor
 */
public record ContactRate(double members, double mixed, double visitors, int leastMembers, int leastMixed) {
    /** Under distancing: shares are multiplied by 1 − distancing, the least numbers stay. */
    public ContactRate distanced(double distancing) {
        double left = 1 - distancing;
        return new ContactRate(left * members, left * mixed, left * visitors, leastMembers, leastMixed);
    }
}
