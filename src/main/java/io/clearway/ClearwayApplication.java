package io.clearway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. */
@SpringBootApplication
public class ClearwayApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ClearwayApplication.class, arguments);
    }
}
