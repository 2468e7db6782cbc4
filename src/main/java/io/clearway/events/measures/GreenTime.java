package io.clearway.events.measures;

/**
 * How long a phase is green: the effective green ratio g/C over a time is green time / time, with the displayed green
 * as the effective one.
 *
 * @see <a href="https://www.trb.org/publications/hcm6e.aspx">Highway Capacity Manual, 6th edition, chapter 19</a>
 */
final class GreenTime implements PhaseMeasure {
    private boolean green;
    private long since;
    private long total;

    @Override
    public void shows(Display display, long tenths) {
        if (green) {
            total += tenths - since;
        }
        green = display == Display.GREEN;
        since = tenths;
    }

    @Override
    public void ends(long tenths) {
        shows(Display.RED, tenths);
    }

    /** Green time in tenths of a second. */
    long tenths() {
        return total;
    }
}
