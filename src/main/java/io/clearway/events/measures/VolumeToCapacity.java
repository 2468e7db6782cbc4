package io.clearway.events.measures;

/**
 * Volume over capacity: vehicles counted / (saturation flow · lanes · green time), with 1,900 vehicles per hour of
 * green and lane.
 *
 * @see <a href="https://www.trb.org/publications/hcm6e.aspx">Highway Capacity Manual, 6th edition, equations 19-16 and
 *     19-17</a>
 */
final class VolumeToCapacity {
    /** Base saturation flow of the Highway Capacity Manual, in vehicles per hour of green and lane. */
    static final double SATURATION_PER_HOUR = 1900;

    private static final double TENTHS_PER_HOUR = 36000;

    private VolumeToCapacity() {}

    /** Not a number where there is no lane or no green. */
    static double of(int vehicles, int lanes, long greenTenths) {
        double capacity = SATURATION_PER_HOUR * lanes * greenTenths / TENTHS_PER_HOUR;
        return capacity > 0 ? vehicles / capacity : Double.NaN;
    }
}
