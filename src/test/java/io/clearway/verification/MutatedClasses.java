package io.clearway.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Loads the service's classes anew, one of them compiled from a source that was changed. */
final class MutatedClasses extends ClassLoader {
    private static final String OURS = "io.clearway.";
    private final Path compiled;

    private MutatedClasses(Path compiled, ClassLoader parent) {
        super(parent);
        this.compiled = compiled;
    }

    /**
     * Compiles a main source with each of some texts replaced.
     *
     * @param source as in {@code signal/RedLimit}
     * @param changes text and what stands there instead, in turn
     */
    static MutatedClasses of(String source, List<String> changes, Path folder) throws IOException {
        String text = Files.readString(Path.of("src/main/java/io/clearway", source + ".java"));
        for (int i = 0; i < changes.size(); i += 2) {
            assertThat(text).contains(changes.get(i));
            text = text.replace(changes.get(i), changes.get(i + 1));
        }
        Path file = folder.resolve(Path.of(source + ".java").getFileName());
        Files.writeString(file, text);
        Path compiled = Files.createDirectories(folder.resolve("compiled"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int errors = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                classPath(),
                "-d",
                compiled.toString(),
                file.toString());
        assertThat(errors).as("%s compiles with %s", source, changes).isZero();
        return new MutatedClasses(compiled, MutatedClasses.class.getClassLoader());
    }

    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // what these sources import, so that the compiler need not look through all libraries
        return Stream.of(all.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith("classes") || entry.contains("jspecify"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(OURS) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        Path mutated = compiled.resolve(file);
        try (InputStream given = Files.exists(mutated)
                ? Files.newInputStream(mutated)
                : getParent().getResourceAsStream(file)) {
            if (given == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = given.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(String.format(Locale.ROOT, "%s in %s", name, file), unreadable);
        }
    }
}
