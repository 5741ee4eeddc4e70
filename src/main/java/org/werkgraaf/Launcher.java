package org.werkgraaf;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Begins the jar. If what the build unpacked lies beside it, in {@code dist}, the process goes on as a JVM that reads that: its classes
 * come ready-made from an archive, and not one by one out of jars within a jar. It stays the same process, by {@code execv}, so that
 * signals, exit code, streams and limits are what they would be anyway. Otherwise the jar runs as it is, which takes longer.
 *
 * <p>This class stands outside of all others in the jar, so it uses none of them, and nothing that a JVM has to make when it runs.
 */
public final class Launcher {
    private static final String BUILT_IN = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String UNPACKED = "dist";
    private static final String ARCHIVE = "werkgraaf.jsa";
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    /** Before those that somebody gave, which therefore count. */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:InitialRAMPercentage=0.3", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    /** What a JVM that was given it may have opened already, and would open again. */
    private static final List<String> OPENS = List.of("-agent", "-javaagent", "-Xrun", "-Dcom.sun.management");

    private Launcher() {}

    /** @param arguments what stands behind the jar */
    public static void main(String[] arguments) throws Throwable {
        if (System.getProperty("jarmode") == null) {
            try {
                goOnUnpacked();
            } catch (IOException | ReflectiveOperationException | LinkageError e) {
                // What lies there cannot be used: the jar can.
                if (Boolean.getBoolean("werkgraaf.launcher.say")) {
                    e.printStackTrace();
                }
            }
        }
        try {
            Class.forName(BUILT_IN).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Returns only when it cannot. */
    private static void goOnUnpacked() throws IOException, ReflectiveOperationException {
        String java = System.getProperty("java.home") + "/bin/java";
        File jar = new File(System.getProperty("java.class.path")).getAbsoluteFile();
        File folder = new File(jar.getParentFile(), UNPACKED);
        File unpacked = new File(folder, jar.getName());
        // Words are passed on byte by byte, whatever they are; a path of other letters would have to be written as it
        // was read.
        System.setProperty("jna.encoding", StandardCharsets.ISO_8859_1.name());
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(java + unpacked);
        if (!plain || !unpacked.isFile() || !new File(java).canExecute() || !Files.isReadable(COMMAND_LINE)) {
            return;
        }
        List<String> command = command(java, unpacked);
        @Nullable File library = command.isEmpty() ? null : caller(jar, unpacked);
        if (library != null) {
            replace(java, command, library);
        }
    }

    /** The same command for what is unpacked; empty when a second JVM would not get on with what this one has done. */
    private static List<String> command(String java, File unpacked) throws IOException {
        String[] given = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.ISO_8859_1).split("\0", -1);
        int jar = Arrays.asList(given).indexOf("-jar");
        if (jar < 0 || opens(System.getenv("JDK_JAVA_OPTIONS")) || opens(System.getenv("JAVA_TOOL_OPTIONS"))) {
            return Collections.emptyList();
        }
        List<String> command = new ArrayList<>();
        command.add(java);
        command.add("-XX:SharedArchiveFile=" + new File(unpacked.getParentFile(), ARCHIVE));
        command.addAll(OPTIONS);
        for (int i = 1; i < given.length - 1; i++) {
            if (i < jar && opens(given[i])) {
                return Collections.emptyList();
            }
            command.add(i == jar + 1 ? unpacked.getPath() : given[i]);
        }
        return command;
    }

    private static boolean opens(@Nullable String options) {
        if (options != null) {
            for (String each : OPENS) {
                if (options.contains(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether what is unpacked is what the jar holds.
     *
     * @return the library that calls the system; null when it is not, or there is none
     */
    private static @Nullable File caller(File jar, File unpacked) throws IOException {
        File libraries = new File(unpacked.getParentFile(), "lib");
        @Nullable File caller = null;
        try (JarFile whole = new JarFile(jar, false);
                JarFile part = new JarFile(unpacked, false)) {
            Enumeration<JarEntry> entries = whole.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(CLASSES) && !entry.isDirectory()) {
                    JarEntry same = part.getJarEntry(name.substring(CLASSES.length()));
                    if (same == null || same.getCrc() != entry.getCrc()) {
                        return null;
                    }
                } else if (name.startsWith(LIBRARIES) && !entry.isDirectory()) {
                    File library = new File(libraries, name.substring(LIBRARIES.length()));
                    if (library.length() != entry.getSize()) {
                        return null;
                    }
                    caller = library.getName().startsWith("jna-") ? library : caller;
                }
            }
        }
        return caller;
    }

    /** Calls {@code execv}, which returns only when it fails. */
    private static void replace(String java, List<String> command, File library)
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {library.toURI().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> function = loader.loadClass("com.sun.jna.Function");
            Object execv = function.getMethod("getFunction", String.class, String.class)
                    .invoke(null, "c", "execv");
            function.getMethod("invokeInt", Object[].class).invoke(execv, (Object)
                    new Object[] {java, command.toArray(new String[0])});
        }
    }
}
