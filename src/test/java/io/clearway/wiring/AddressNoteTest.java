package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;

class AddressNoteTest {
    @Test
    void addressesOfBothKindsAreUrls() throws URISyntaxException {
        assertThat(AddressNote.address("::1", 8080))
                .hasToString("http://[::1]:8080")
                .hasHost("[::1]");
        assertThat(AddressNote.address("[::1]", 8080)).hasToString("http://[::1]:8080");
        assertThat(AddressNote.address("127.0.0.1", 1)).hasToString("http://127.0.0.1:1");
    }
}
