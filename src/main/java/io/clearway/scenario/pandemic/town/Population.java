package io.clearway.scenario.pandemic.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the people of a town (Kompella et al. 2020): ages, households, jobs. The order is theirs: residents of nursing
 * homes, other retired persons, pupils, workers.
 */
public final class Population {
    private static final int OLDEST = 100;
    private static final int WEIGHTS_FALL_FROM = 60;
    private static final double LAST_WEIGHT = 0.05;
    private static final double WEIGHT_NOISE = 0.05;
    private static final double AGES_AND_ONE = 101;
    private static final int OLDEST_PUPIL = 18;
    private static final int OLDEST_WORKER = 65;
    private static final double IN_NURSING_HOMES = 0.065;
    private static final int LARGEST_NURSING_HOME = 2;
    private static final int MOST_SIBLINGS = 3;
    private static final double SINGLE_PARENTS = 0.23;

    private final Town town;
    private final Draws draws;
    private final List<Person> persons = new ArrayList<>();
    private final List<Integer> freeHomes = new ArrayList<>();

    private Population(Town town, Draws draws) {
        this.town = town;
        this.draws = draws;
    }

    /** The people of a town. */
    public static List<Person> draw(Town town, Draws draws) {
        return List.copyOf(new Population(town, draws).drawn());
    }

    private List<Person> drawn() {
        int[] homes = new int[town.size().places(PlaceKind.HOME)];
        Arrays.setAll(homes, home -> home);
        draws.shuffle(homes);
        Arrays.stream(homes).forEach(freeHomes::add);
        List<Integer> pupils = new ArrayList<>();
        List<Integer> workers = new ArrayList<>();
        List<Integer> retired = new ArrayList<>();
        for (int age : ages()) {
            (age <= OLDEST_PUPIL ? pupils : age <= OLDEST_WORKER ? workers : retired).add(age);
        }
        int inNursing = (int) Math.ceil(IN_NURSING_HOMES * retired.size());
        settleInGroups(retired.subList(0, inNursing), LARGEST_NURSING_HOME, Occupation.RETIRED);
        List<Integer> family = List.copyOf(freeHomes);
        for (int age : retired.subList(inNursing, retired.size())) {
            settle(age, family.get(draws.below(family.size())), Occupation.RETIRED);
        }
        List<Integer> withPupils = settleInGroups(pupils, MOST_SIBLINGS, Occupation.PUPIL);
        settleWorkers(workers, withPupils, family);
        return persons;
    }

    private int[] ages() {
        double[] upTo = new double[OLDEST];
        double sum = 0;
        for (int age = 1; age <= OLDEST; age++) {
            double beyond = Math.max(0, age - WEIGHTS_FALL_FROM) / (double) (OLDEST - WEIGHTS_FALL_FROM);
            sum += (1 - (1 - LAST_WEIGHT) * beyond) * (1 + WEIGHT_NOISE * (2 * draws.uniform() - 1));
            upTo[age - 1] = sum;
        }
        int[] ages = new int[town.size().persons()];
        for (int person = 0; person < ages.length; person++) {
            int found = Arrays.binarySearch(upTo, draws.uniform() * sum);
            ages[person] = Math.min(OLDEST, 1 + (found < 0 ? -found - 1 : found));
        }
        return ages;
    }

    /** Settles persons in groups of 1 to a most, each in a home that nobody lives in yet; gives these homes. */
    private List<Integer> settleInGroups(List<Integer> ages, int most, Occupation occupation) {
        List<Integer> homes = new ArrayList<>();
        int settled = 0;
        while (settled < ages.size()) {
            // where homes run out, groups move together
            int home = freeHomes.isEmpty() ? homes.get(draws.below(homes.size())) : freeHomes.remove(0);
            homes.add(home);
            int group = Math.min(draws.between(1, most), ages.size() - settled);
            for (int age : ages.subList(settled, settled + group)) {
                settle(age, home, occupation);
            }
            settled += group;
        }
        return homes;
    }

    /** One adult for each home with pupils; all others anywhere but in nursing homes and with single parents. */
    private void settleWorkers(List<Integer> ages, List<Integer> withPupils, List<Integer> family) {
        List<Integer> open = new ArrayList<>(family);
        Jobs jobs = new Jobs();
        for (int worker = 0; worker < ages.size(); worker++) {
            int home;
            if (worker < withPupils.size()) {
                home = withPupils.get(worker);
                if (draws.happens(SINGLE_PARENTS)) {
                    open.remove((Integer) home);
                }
            } else {
                home = open.get(draws.below(open.size()));
            }
            int work = jobs.next();
            add(ages.get(worker), home, Occupation.WORKER, work, workHours(work));
        }
    }

    private void settle(int age, int home, Occupation occupation) {
        int school = occupation == Occupation.PUPIL ? town.any(PlaceKind.SCHOOL, draws) : Person.NOWHERE;
        add(age, home, occupation, school, PlaceKind.SCHOOL.hours());
    }

    private void add(int age, int home, Occupation occupation, int work, OpeningHours hours) {
        persons.add(new Person(age, draws.happens(age / AGES_AND_ONE), home, occupation, work, hours));
    }

    private OpeningHours workHours(int work) {
        if (work == Person.NOWHERE) {
            return PlaceKind.OFFICE.hours();
        }
        PlaceKind kind = town.kind(work);
        return kind == PlaceKind.HOSPITAL ? Shifts.draw(draws) : kind.hours();
    }

    /** Jobs that are left; a kind of business is drawn uniformly among those with jobs, then a place of it. */
    private final class Jobs {
        private final Map<PlaceKind, Integer> left = new LinkedHashMap<>();

        Jobs() {
            for (PlaceKind kind : PlaceKind.values()) {
                int jobs = town.size().places(kind) * town.size().staff(kind);
                if (jobs > 0) {
                    left.put(kind, jobs);
                }
            }
        }

        int next() {
            if (left.isEmpty()) {
                return Person.NOWHERE;
            }
            PlaceKind kind = List.copyOf(left.keySet()).get(draws.below(left.size()));
            if (left.merge(kind, -1, Integer::sum) == 0) {
                left.remove(kind);
            }
            return town.any(kind, draws);
        }
    }
}
