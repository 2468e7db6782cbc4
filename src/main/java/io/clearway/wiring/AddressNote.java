package io.clearway.wiring;

import io.clearway.cli.command.ServiceAddressFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Notes in the data folder where the service listens, as long as it does. */
@Component
class AddressNote implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AddressNote.class);

    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final ServiceAddressFile file;
    private final Environment environment;
    private final Role role;

    AddressNote(ServiceSettings settings, Environment environment) {
        this.role = Role.of(environment.getProperty(Role.SETTING, Role.ALL.settingValue()));
        this.file = new ServiceAddressFile(settings.dataDir());
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void write() {
        String port = environment.getProperty("local.server.port", "");
        if (!port.isEmpty() && role.answers()) {
            String host = environment.getProperty("server.address", LOOPBACK);
            note(EVERY_ADDRESS.contains(host) ? LOOPBACK : host, Integer.parseInt(port));
        }
    }

    /** A service without a note serves all the same: commands are told its address with {@code --service}. */
    private void note(String host, int port) {
        try {
            file.write(address(host, port));
        } catch (UncheckedIOException | URISyntaxException failure) {
            LOG.warn("The address of this service cannot be noted for commands: {}", failure.toString());
        }
    }

    /** With the brackets that an IPv6 address has in a URL. */
    static URI address(String host, int port) throws URISyntaxException {
        return new URI("http", null, host, port, null, null, null);
    }

    @Override
    public void destroy() {
        try {
            file.remove();
        } catch (IOException failure) {
            LOG.warn("The note of this service's address stays: {}", failure.toString());
        }
    }
}
