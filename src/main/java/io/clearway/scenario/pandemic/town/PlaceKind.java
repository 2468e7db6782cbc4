package io.clearway.scenario.pandemic.town;

import static io.clearway.scenario.pandemic.town.OpeningHours.FRIDAY;
import static io.clearway.scenario.pandemic.town.OpeningHours.MONDAY;
import static io.clearway.scenario.pandemic.town.OpeningHours.SATURDAY;
import static io.clearway.scenario.pandemic.town.OpeningHours.SUNDAY;
import static io.clearway.scenario.pandemic.town.OpeningHours.TUESDAY;

/** Kinds of place, with the hours and contact rates of Kompella et al. 2020. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers
public enum PlaceKind {
    /** Where a household lives; guests come on some days only. */
    HOME("home", OpeningHours.daily(15, 20), new ContactRate(0.5, 0.3, 0.3, 0, 1), Integer.MAX_VALUE),
    /** Groceries. */
    GROCERY_STORE("grocery-store", shopHours(), shopContacts(), PlaceKind.CROWD),
    /** Offices, which nobody visits. */
    OFFICE("office", OpeningHours.daily(9, 17).from(MONDAY, FRIDAY), new ContactRate(0.1, 0.01, 0.01, 2, 1), 0),
    /** Schools; teachers and pupils are their members. */
    SCHOOL(
            "school",
            OpeningHours.daily(7, 15).from(MONDAY, FRIDAY),
            new ContactRate(0.1, 0, 0.1, 5, 1),
            PlaceKind.CROWD),
    /** Hospitals; patients lie in beds apart and meet nobody. */
    HOSPITAL("hospital", OpeningHours.ALWAYS, new ContactRate(0.5, 0, 0, 1, 1), 0),
    /** Other shops. */
    RETAIL_STORE("retail-store", shopHours(), shopContacts(), PlaceKind.CROWD),
    /** Hairdressers. */
    HAIR_SALON("hair-salon", OpeningHours.daily(9, 17).from(TUESDAY, SUNDAY), new ContactRate(0.5, 0.3, 0.1, 1, 1), 5),
    /** Restaurants. */
    RESTAURANT(
            "restaurant",
            OpeningHours.daily(11, 16).and(19, 24),
            new ContactRate(0.3, 0.35, 0.1, 1, 1),
            PlaceKind.CROWD),
    /** Bars, for persons of 21 years and more. */
    BAR("bar", OpeningHours.daily(21, 24).from(TUESDAY, SUNDAY), new ContactRate(0.7, 0.2, 0.1, 1, 1), PlaceKind.CROWD);

    private static final int CROWD = 30;

    private final String word;
    private final OpeningHours hours;
    private final ContactRate contacts;
    private final int mostVisitors;

    PlaceKind(String word, OpeningHours hours, ContactRate contacts, int mostVisitors) {
        this.word = word;
        this.hours = hours;
        this.contacts = contacts;
        this.mostVisitors = mostVisitors;
    }

    private static OpeningHours shopHours() {
        return OpeningHours.daily(7, 21).from(MONDAY, SATURDAY);
    }

    private static ContactRate shopContacts() {
        return new ContactRate(0.2, 0.25, 0.3, 0, 1);
    }

    /** Its name, also that of the agent that sets its stage. */
    public String word() {
        return word;
    }

    /** When it is open to visitors, where no stage shuts it. */
    public OpeningHours hours() {
        return hours;
    }

    /** Contacts without regulations. */
    public ContactRate contacts() {
        return contacts;
    }

    /** Visitors that one place has room for. */
    public int mostVisitors() {
        return mostVisitors;
    }
}
