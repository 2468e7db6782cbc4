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
            int days = 0;
            while (days < PER_YEAR) {
                List<Integer> ofDay = hosts.get(draws.below(YEAR));
                // homes come in order, so that only the last one of a day can be this one
                if (ofDay.isEmpty() || ofDay.get(ofDay.size() - 1) != home) {
                    ofDay.add(home);
                    days++;
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
