package io.clearway.wiring.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Uses the next free port when the preferred one is in use, and logs that. */
@Component
class PortChoice implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(PortChoice.class);
    private static final int LARGEST_PORT = 65_535;

    private final int preferred;
    private final @Nullable InetAddress address;
    private final int tries;

    /**
     * @param preferred requested port; 0 leaves the choice to the operating system
     * @param address address that the service listens on
     * @param tries how many ports after the preferred one are tried; 0 to use the preferred one only
     */
    PortChoice(
            @Value("${server.port:8080}") int preferred,
            @Value("${server.address:#{null}}") @Nullable InetAddress address,
            @Value("${clearway.port-tries:20}") int tries) {
        this.preferred = preferred;
        this.address = address;
        this.tries = tries;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (preferred <= 0) {
            return;
        }
        for (int port = preferred; port <= Math.min(preferred + tries, LARGEST_PORT); port++) {
            if (isFree(port)) {
                if (port != preferred) {
                    LOG.warn("Port {} is taken by another program; this service takes port {}", preferred, port);
                }
                factory.setPort(port);
                return;
            }
        }
        throw new PortsTaken(preferred, Math.min(preferred + tries, LARGEST_PORT));
    }

    @Override
    public int getOrder() {
        // After Spring Boot's own, which sets the preferred port.
        return Ordered.LOWEST_PRECEDENCE;
    }

    private boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
