package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.bootstrap.command.OmniBridge;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command and option that a document mentions exists, and docs/operations.md names every command and option. */
class CommandsTest {

    private static final CommandLine ROOT =
            new OmniBridge(Map.of(), Clock.systemUTC(), new SecureRandom()).commandLine();

    /** A call of the launcher, of the jar or of the main class, up to what ends a shell command. */
    private static final Pattern CALL = Pattern.compile(
            "(?:^|[\\s/])(?:omnibridge|omnibridge\\.jar|io\\.omnibridge\\.bootstrap\\.Main)((?: +[^\\s|>#;`&]+)+)");

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Set<String> SHELLS = Set.of("sh", "console");

    @Test
    void every_command_in_the_documents_exists() {
        assertEquals("", String.join("\n", problems(Document.all())));
    }

    @Test
    void operations_names_every_command_and_option() {
        Document operations = Document.read("docs/operations.md");
        String spans = String.join("\n", operations.codeSpans());
        Set<String> missing = new TreeSet<>();
        leaves(ROOT).forEach(command -> {
            String name = command.getCommandSpec().qualifiedName();
            Stream<String> options = command.getCommandSpec().optionsMap().keySet().stream()
                    .filter(option -> option.startsWith("--")
                            && !Set.of("--help", "--version").contains(option));
            Stream.concat(Stream.of(name), options)
                    .filter(word -> !spans.contains(word))
                    .forEach(word -> missing.add(name + ": " + word));
        });

        assertEquals(Set.of(), missing);
    }

    @Test
    void a_command_that_does_not_exist_is_found() {
        Document document = Document.planted("""
                Run `omnibridge keys polish`, `omnibridge audit verify --everything`, `users rename` or `omnibridge keys add`.
                ```sh
                ./omnibridge serve --prod
                java -jar bootstrap/target/omnibridge.jar store move --from postgres > report.txt
                ```
                """);

        assertEquals(
                List.of(
                        "planted.md: no command in 'omnibridge keys polish'",
                        "planted.md: no option --everything in 'omnibridge audit verify --everything'",
                        "planted.md: no command in 'omnibridge users rename'",
                        "planted.md: no option --prod in 'omnibridge serve --prod'",
                        "planted.md: no command in 'omnibridge store move --from postgres'"),
                problems(List.of(document)));
    }

    private static List<String> problems(List<Document> documents) {
        return documents.stream()
                .flatMap(document ->
                        calls(document).flatMap(call -> problems(call).map(document::problem)))
                .toList();
    }

    private static Stream<String> problems(String call) {
        CommandLine command = ROOT;
        List<String> words = new ArrayList<>(List.of(call.split(" +", -1)));
        while (!words.isEmpty()) {
            CommandLine sub = command.getSubcommands().get(words.get(0));
            if (sub == null) {
                break;
            }
            command = sub;
            words.remove(0);
        }
        boolean isLeaf = command.getSubcommands().isEmpty();
        if (!words.isEmpty() && !words.get(0).startsWith("--") && !isLeaf) {
            return Stream.of("no command in 'omnibridge " + call + "'");
        }
        Set<String> options = command.getCommandSpec().optionsMap().keySet();
        return words.stream()
                .filter(word -> OPTION.matcher(word).matches() && !options.contains(word))
                .map(word -> "no option " + word + " in 'omnibridge " + call + "'");
    }

    /** What follows the program's name in shell blocks and code spans, and code spans that begin with a command. */
    private static Stream<String> calls(Document document) {
        Stream<String> spans =
                document.codeSpans().stream().map(span -> startsWithCommand(span) ? "omnibridge " + span : span);
        Stream<String> lines = document.fences().stream()
                .filter(fence -> SHELLS.contains(fence.language()))
                .flatMap(fence -> fence.content().lines());
        return Stream.concat(spans, lines)
                .flatMap(code -> Document.matches(CALL, code))
                .map(call -> call.group(1).strip())
                .filter(call -> !call.startsWith("io."));
    }

    private static boolean startsWithCommand(String span) {
        String[] words = span.split(" ", -1);
        return words.length > 1 && ROOT.getSubcommands().containsKey(words[0]);
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        List<CommandLine> below = command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandName().equals("help"))
                .toList();
        return below.isEmpty() ? Stream.of(command) : below.stream().flatMap(CommandsTest::leaves);
    }
}
