package io.clearway.sumo.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrivingSideTest {
    @ParameterizedTest
    @CsvSource({
        "London, 51.5, -0.1, true", "Dover, 51.12, 1.31, true", "Calais, 50.95, 1.86, false",
        "Belfast, 54.6, -5.93, true", "Cherbourg, 49.63, -1.62, false", "Saint Helier, 49.19, -2.11, true",
        "Tokyo, 35.68, 139.69, true", "Sapporo, 43.06, 141.35, true", "Naha, 26.21, 127.68, true",
        "Busan, 35.18, 129.08, false", "Hong Kong, 22.28, 114.16, true", "Shenzhen, 22.55, 114.06, false",
        "Macau, 22.19, 113.55, true", "Zhuhai, 22.27, 113.58, false", "Delhi, 28.61, 77.21, true",
        "Kolkata, 22.57, 88.36, true", "Dhaka, 23.81, 90.41, true", "Colombo, 6.93, 79.85, true",
        "Kathmandu, 27.72, 85.32, true", "Lhasa, 29.65, 91.1, false", "Karachi, 24.86, 67.0, true",
        "Kabul, 34.53, 69.17, false", "Yangon, 16.87, 96.2, false", "Bangkok, 13.76, 100.5, true",
        "Phnom Penh, 11.56, 104.92, false", "Singapore, 1.35, 103.82, true", "Jakarta, -6.2, 106.85, true",
        "Manila, 14.6, 120.98, false", "Sydney, -33.87, 151.21, true", "Perth, -31.95, 115.86, true",
        "Auckland, -36.85, 174.76, true", "Nairobi, -1.29, 36.82, true", "Kampala, 0.35, 32.58, true",
        "Kigali, -1.94, 30.06, false", "Addis Ababa, 9.01, 38.75, false", "Kinshasa, -4.32, 15.31, false",
        "Lubumbashi, -11.66, 27.48, false", "Lusaka, -15.39, 28.32, true", "Maputo, -25.97, 32.57, true",
        "Cape Town, -33.92, 18.42, true", "Luanda, -8.84, 13.29, false", "Antananarivo, -18.88, 47.51, false",
        "Kingston, 18.02, -76.8, true", "Havana, 23.11, -82.37, false", "Port of Spain, 10.65, -61.51, true",
        "Fort-de-France, 14.61, -61.07, false", "Caracas, 10.48, -66.9, false", "Georgetown, 6.8, -58.16, true",
        "Cayenne, 4.92, -52.31, false", "Nicosia, 35.17, 33.36, true", "Valletta, 35.9, 14.51, true",
        "Berlin, 52.52, 13.4, false", "New York, 40.71, -74.0, false", "Dublin, 53.35, -6.26, true"
    })
    void citiesKeepToTheSideOfTheirCountry(String city, double latitude, double longitude, boolean left) {
        assertThat(DrivingSide.leftHandCountries(latitude, longitude).isPresent())
                .as(city)
                .isEqualTo(left);
    }
}
