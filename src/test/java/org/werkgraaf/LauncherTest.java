package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The first class of the jar, in a small jar of the same form: what runs says who it is, and what it was given. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final String SAYS = """
            package %s;
            public class %s {
                public static void main(String[] words) throws Exception {
                    System.out.println("%s " + ProcessHandle.current().pid() + " " + Runtime.getRuntime().maxMemory() / 1048576);
                    System.out.println(String.join("|", words) + " " + System.getProperty("given"));
                    System.exit(words.length);
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path jar;
    private Path dist;

    @BeforeEach
    void make() throws Exception {
        byte[] whole = compiled("org.springframework.boot.loader.launch", "JarLauncher", "jar");
        byte[] part = compiled("app", "Main", "unpacked");
        Path library = Path.of(Class.forName("com.sun.jna.Function")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        jar = folder.resolve("small.jar");
        dist = folder.resolve("dist");
        Files.createDirectories(dist.resolve("lib"));
        Files.copy(library, dist.resolve("lib/" + library.getFileName()));
        write(
                jar,
                "org.werkgraaf.Launcher",
                Map.of(
                        "org/werkgraaf/Launcher.class",
                        own(),
                        "org/springframework/boot/loader/launch/JarLauncher.class",
                        whole,
                        "BOOT-INF/classes/app/Main.class",
                        part,
                        "BOOT-INF/lib/" + library.getFileName(),
                        Files.readAllBytes(library)));
        write(dist.resolve("small.jar"), "app.Main", Map.of("app/Main.class", part));
    }

    @Test
    void goesOnAsTheSameProcessWithWhatItWasGiven() throws Exception {
        Run run = run(List.of("-Xmx48m", "-Dgiven=a b"), "one", "--two=é ü");
        assertThat(run.said()).startsWith("unpacked " + run.pid() + " 4").contains("one|--two=é ü a b");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void runsTheJarWhenNothingIsUnpacked() throws Exception {
        Files.delete(dist.resolve("small.jar"));
        assertThat(run(List.of("-Dgiven=x"), "one").said()).startsWith("jar ").contains("one x");
    }

    @Test
    void runsTheJarWhenWhatIsUnpackedIsOfAnotherBuild() throws Exception {
        write(dist.resolve("small.jar"), "app.Main", Map.of("app/Main.class", compiled("app", "Main", "older")));
        assertThat(run(List.of(), "one").said()).startsWith("jar ");
    }

    @Test
    void runsTheJarWhenALibraryIsCutOrMissing() throws Exception {
        Path library;
        try (var libraries = Files.list(dist.resolve("lib"))) {
            library = libraries.findFirst().orElseThrow();
        }
        Files.write(library, Arrays.copyOf(Files.readAllBytes(library), 1000));
        assertThat(run(List.of()).said()).startsWith("jar ");
        Files.delete(library);
        assertThat(run(List.of()).said()).startsWith("jar ");
    }

    @Test
    void runsTheJarWhenSomethingWatchesTheProcess() throws Exception {
        assertThat(run(List.of("-Dcom.sun.management.jmxremote")).said()).startsWith("jar ");
        assertThat(run(List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y"))
                        .said())
                .startsWith("jar ");
    }

    private record Run(long pid, int code, String said) {}

    private Run run(List<String> options, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-jar", jar.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.pid(), process.waitFor(), said);
    }

    private static byte[] own() throws IOException {
        try (InputStream in = Launcher.class.getResourceAsStream("Launcher.class")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    private byte[] compiled(String room, String name, String says) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/" + says)).resolve(name + ".java");
        Files.writeString(source, SAYS.formatted(room, name, says));
        Path classes = folder.resolve("classes/" + says);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        return Files.readAllBytes(classes.resolve(room.replace('.', '/')).resolve(name + ".class"));
    }

    private static void write(Path file, String main, Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
