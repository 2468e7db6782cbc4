package io.clearway.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at the page. */
enum Look {
    DESKTOP(1280, 800, ColorScheme.LIGHT),
    DESKTOP_DARK(1280, 800, ColorScheme.DARK),
    PHONE(390, 844, ColorScheme.LIGHT),
    PHONE_DARK(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme colors;

    Look(int width, int height, ColorScheme colors) {
        this.width = width;
        this.height = height;
        this.colors = colors;
    }

    NewContextOptions options() {
        boolean phone = width < 500;
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colors)
                .setHasTouch(phone)
                .setLocale("en-US")
                .setTimezoneId("UTC");
    }
}
