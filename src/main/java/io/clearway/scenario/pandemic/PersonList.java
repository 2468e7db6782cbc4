package io.clearway.scenario.pandemic;

import java.util.Arrays;

/** A list of persons that is filled again in every hour. */
final class PersonList {
    private static final int FIRST = 8;

    private int[] persons = new int[FIRST];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int person) {
        if (size == persons.length) {
            persons = Arrays.copyOf(persons, 2 * size);
        }
        persons[size++] = person;
    }

    int size() {
        return size;
    }

    int get(int place) {
        return persons[place];
    }
}
