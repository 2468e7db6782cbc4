package io.clearway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A tab that shows the page. Closing it fails the test if anything was said on the console that was not expected. */
final class Tab implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Pattern expected = Pattern.compile("nothing is expected");

    Tab(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("page error: " + error));
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    /** Complaints that match are part of the test. */
    Tab expecting(String complaint) {
        expected = Pattern.compile(complaint);
        return this;
    }

    /** Goes to an address within the page, such as {@code #/runs}. */
    Tab open(String hash) {
        page.navigate(address + "/" + hash);
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Waits until an expression holds in the page; the page's policy forbids the browser's own way of waiting. */
    void until(String expression) {
        long deadline = System.nanoTime() + (long) (Chromium.PATIENCE_MILLIS * 1e6);
        while (!Boolean.TRUE.equals(page.evaluate("() => " + expression))) {
            assertThat(System.nanoTime()).as("in time: %s", expression).isLessThan(deadline);
            page.waitForTimeout(50);
        }
    }

    /** Keeps a picture under {@code target/screenshots}. */
    void picture(String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(whole));
    }

    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> !expected.matcher(complaint).find())
                .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints()).as("said on the browser's console").isEmpty();
    }
}
