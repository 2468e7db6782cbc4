package io.clearway.cli;

import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.ServiceStarter;
import java.util.Map;

/** A machine on which the service does not start. */
final class NoService implements ServiceStarter {
    @Override
    public Service start(Map<String, String> properties) {
        throw new CommandFailure("the port is taken");
    }

    @Override
    public String migrate(Map<String, String> properties) {
        throw new CommandFailure("there is no database");
    }
}
