package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which homes have guests on which day of the year: each on twelve days drawn at random. */
final class GuestDays {
    private static final int YEAR = 365;
    private static final int PER_YEAR = 12;

    private final List<List<Integer>> hosts = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
            .limit(YEAR)
            .toList();

    GuestDays(int homes, Draws draws) {
        for (int home = 0; home < homes; home++) {
            for (int time = 0; time < PER_YEAR; time++) {
                List<Integer> ofDay = hosts.get(draws.below(YEAR));
                if (!ofDay.contains(home)) {
                    ofDay.add(home);
                }
            }
        }
    }

    /** Some home that has guests on a day of the episode; {@link Person#NOWHERE} if none has. */
    int host(int day, Draws draws) {
        List<Integer> ofDay = hosts.get(day % YEAR);
        return ofDay.isEmpty() ? Person.NOWHERE : ofDay.get(draws.below(ofDay.size()));
    }
}
