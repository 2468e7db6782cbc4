package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.infection.Infections;
import io.clearway.scenario.pandemic.town.ContactRate;
import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.PlaceKind;
import io.clearway.scenario.pandemic.town.Town;
import java.util.Arrays;
import java.util.List;

/**
 * Who meets whom within an hour. Only places with somebody infectious are looked at, since all other contacts change
 * nothing.
 */
final class Contacts {
    private static final int NONE = -1;

    private final Town town;
    private final List<Person> persons;
    private final Infections infections;
    private final PairDraws pairs;
    private final int[] groupOfPlace;
    private final int[] placeOfGroup;
    private final PersonList[] members;
    private final PersonList[] visitors;

    Contacts(Town town, List<Person> persons, Infections infections, Draws draws) {
        this.town = town;
        this.persons = persons;
        this.infections = infections;
        pairs = new PairDraws(draws);
        groupOfPlace = new int[town.places()];
        placeOfGroup = new int[town.places()];
        members = new PersonList[town.places()];
        visitors = new PersonList[town.places()];
        Arrays.setAll(members, place -> new PersonList());
        Arrays.setAll(visitors, place -> new PersonList());
    }

    /** The contacts of an hour; each may infect. */
    void meet(Whereabouts whereabouts, Measures measures) {
        int groups = gather(whereabouts);
        double caution = measures.forPersons().caution();
        for (int group = 0; group < groups; group++) {
            PlaceKind kind = town.kind(placeOfGroup[group]);
            meet(group, measures.contacts(kind), caution);
        }
    }

    /** Lists the persons of each place that has somebody infectious; gives the number of these places. */
    private int gather(Whereabouts whereabouts) {
        Arrays.fill(groupOfPlace, NONE);
        int groups = 0;
        for (int person = 0; person < persons.size(); person++) {
            int place = whereabouts.place(person);
            if (infections.infectious(person) && place != Person.NOWHERE && groupOfPlace[place] == NONE) {
                members[groups].clear();
                visitors[groups].clear();
                placeOfGroup[groups] = place;
                groupOfPlace[place] = groups++;
            }
        }
        for (int person = 0; groups > 0 && person < persons.size(); person++) {
            int place = whereabouts.place(person);
            if (place != Person.NOWHERE && groupOfPlace[place] != NONE) {
                boolean belongs = persons.get(person).isMemberOf(place);
                (belongs ? members : visitors)[groupOfPlace[place]].add(person);
            }
        }
        return groups;
    }

    private void meet(int group, ContactRate rate, double caution) {
        PersonList belong = members[group];
        PersonList visit = visitors[group];
        int all = belong.size() * (belong.size() - 1) / 2;
        pairs.within(
                belong.size(),
                pairs.number(all, rate.members(), rate.leastMembers()),
                (one, other) -> infections.meet(belong.get(one), belong.get(other), caution));
        int mixed = belong.size() * visit.size();
        pairs.between(
                belong.size(),
                visit.size(),
                pairs.number(mixed, rate.mixed(), rate.leastMixed()),
                (one, other) -> infections.meet(belong.get(one), visit.get(other), caution));
        int guests = visit.size() * (visit.size() - 1) / 2;
        pairs.within(
                visit.size(),
                pairs.number(guests, rate.visitors(), 0),
                (one, other) -> infections.meet(visit.get(one), visit.get(other), caution));
    }
}
