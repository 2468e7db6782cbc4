package io.clearway.scenario.pandemic.infection;

import io.clearway.scenario.pandemic.town.Draws;

/**
 * Daily rates by which infections go on; what differs from pandemic to pandemic is drawn once per episode.
 *
 * @param exposedEnds of exposed persons, to become infectious
 * @param asymptomaticRecovers of persons without symptoms
 * @param symptomaticRecovers r, of persons with symptoms that never need a hospital
 * @param treatedDies of patients that die
 * @param treatedRecovers of patients that recover
 */
public record InfectionRates(
        double exposedEnds,
        double asymptomaticRecovers,
        double symptomaticRecovers,
        double treatedDies,
        double treatedRecovers) {
    /** Share of the infections that come to show symptoms. */
    public static final double SYMPTOMATIC_SHARE = 0.57;

    /** Daily rate by which infectious persons leave their first state, before symptoms would show. */
    public static final double PRE_ENDS = 1 / 2.3;

    /** Daily rate from symptoms to the need of a hospital. */
    static final double TO_HOSPITAL = 0.1695;

    private static final double UNTREATED_DIES = 0.3;
    private static final double UNTREATED_RECOVERS = 0.0214286;

    /** Draws the rates of a pandemic: inverse durations, in days, of triangular distributions. */
    public static InfectionRates draw(Draws draws) {
        return new InfectionRates(
                1 / draws.triangular(1.9, 2.9, 3.9),
                1 / draws.triangular(3, 4, 5),
                1 / draws.triangular(3, 4, 5),
                1 / draws.triangular(5.2, 8.1, 10.1),
                1 / draws.triangular(9.4, 10.7, 12.8));
    }

    /** How the infection of somebody ends within a day, if it does. */
    record Ends(double worse, double recovers) {}

    /** Of the symptomatic: {@code worse} is the need of a hospital. */
    Ends symptomatic(AgeBand age, boolean highRisk) {
        double share = age.hospitalShare(highRisk);
        double hospital = symptomaticRecovers * share / (TO_HOSPITAL + (symptomaticRecovers - TO_HOSPITAL) * share);
        return new Ends(TO_HOSPITAL * hospital, symptomaticRecovers * (1 - hospital));
    }

    /** Of those who need a hospital but are in none; {@code worse} is death. */
    Ends untreated(AgeBand age) {
        return new Ends(age.deathUntreated() * UNTREATED_DIES, (1 - age.deathUntreated()) * UNTREATED_RECOVERS);
    }

    /** Of patients of a hospital; {@code worse} is death. */
    Ends treated(AgeBand age) {
        return new Ends(age.deathTreated() * treatedDies, (1 - age.deathTreated()) * treatedRecovers);
    }
}
