package io.omnibridge.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.command.OmniBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** What runs OmniBridge elsewhere: the image, compose.yaml and the systemd unit. The tests need no engine. */
class PackagingTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SETTING = Pattern.compile("OMNIBRIDGE_[A-Z_]+");
    private static final List<String> OWN = List.of("omnibridge", "demo", "keyset");

    private static final Map<?, ?> SERVICES = services();

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "compose.yaml", "packaging/omnibridge.service"})
    void every_setting_is_one_that_the_documents_describe(String file) {
        String configuration = read("docs/configuration.md");
        Set<String> unknown = SETTING.matcher(read(file))
                .results()
                .map(MatchResult::group)
                .filter(name -> !configuration.contains("`" + name + "`")
                        && !configuration.contains("`" + name.replaceFirst("_FILE$", "") + "`"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), unknown);
    }

    @Test
    void every_service_of_the_program_has_no_rights_and_writes_no_file() {
        for (String name : OWN) {
            Map<?, ?> service = service(name);

            assertEquals(true, service.get("read_only"), name);
            assertEquals(List.of("ALL"), service.get("cap_drop"), name);
            assertEquals(List.of("no-new-privileges:true"), service.get("security_opt"), name);
            assertFalse(service.containsKey("user"), name);
        }
    }

    @Test
    void only_loopback_reaches_the_trial() {
        List<String> ports = SERVICES.values().stream()
                .map(service -> ((Map<?, ?>) service).get("ports"))
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(String.class::cast)
                .toList();

        assertEquals(List.of("127.0.0.1:8080:8080", "127.0.0.1:8090:8090"), ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "keyset"})
    void every_command_of_a_service_exists(String name) {
        List<String> words = ((List<?>) Objects.requireNonNull(service(name).get("command")))
                .stream().map(String.class::cast).toList();
        CommandLine.ParseResult parsed = new OmniBridge(Map.of(), Clock.systemUTC(), new SecureRandom())
                .commandLine()
                .parseArgs(words.toArray(String[]::new));

        assertTrue(parsed.hasSubcommand());
        assertEquals(List.of(), parsed.unmatched());
    }

    @Test
    void the_keyset_is_made_before_the_service_reads_it() {
        Map<?, ?> dependencies = map(service("omnibridge"), "depends_on");

        assertEquals(Map.of("condition", "service_completed_successfully"), dependencies.get("keyset"));
        assertEquals(Map.of("condition", "service_healthy"), dependencies.get("postgres"));
    }

    @Test
    void every_file_of_a_config_exists() {
        map(compose(), "configs")
                .values()
                .forEach(it ->
                        assertTrue(Files.exists(ROOT.resolve((String) ((Map<?, ?>) it).get("file"))), it.toString()));
    }

    @Test
    void the_image_has_no_shell_and_no_root() {
        List<String> image = lastStage();

        assertEquals("FROM gcr.io/distroless/base-debian12:nonroot", image.get(0));
        assertTrue(image.contains("USER 65532:65532"));
        assertTrue(image.stream().noneMatch(line -> line.startsWith("RUN") || line.startsWith("ADD")));
        image.stream()
                .filter(line -> line.contains("ENTRYPOINT") || line.contains("CMD"))
                .forEach(line -> assertTrue(line.contains("[\""), "needs a shell: " + line));
    }

    /** Docker gives a new volume the owner of the directory that the image has in its place. */
    @Test
    void the_user_of_the_image_can_write_the_keyset_into_its_volume() {
        assertTrue(lastStage().contains("COPY --from=build --chown=65532:65532 /vault /var/lib/omnibridge"));
        assertEquals(List.of("keys:/var/lib/omnibridge"), service("keyset").get("volumes"));
    }

    /** The AOT cache is used only if program and cache are where the training run had them. */
    @Test
    void the_image_starts_what_the_build_assembled() {
        String text = read("Dockerfile");
        String directory = "/opt/omnibridge";

        assertTrue(text.contains("packaging/assemble \"$JAVA_HOME\" bootstrap/target/omnibridge.jar " + directory));
        assertTrue(lastStage().contains("COPY --from=build " + directory + " " + directory));
        assertEquals(2, text.split(Pattern.quote("-XX:AOTCache=" + directory + "/omnibridge.aot"), -1).length - 1);
    }

    private static List<String> lastStage() {
        List<String> lines = read("Dockerfile").lines().toList();
        int last = lines.stream()
                .filter(line -> line.startsWith("FROM "))
                .mapToInt(lines::lastIndexOf)
                .max()
                .orElseThrow();
        return lines.subList(last, lines.size());
    }

    private static Map<?, ?> service(String name) {
        return map(SERVICES, name);
    }

    private static Map<?, ?> services() {
        return map(compose(), "services");
    }

    private static Map<?, ?> compose() {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(read("compose.yaml"));
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(key), key);
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
