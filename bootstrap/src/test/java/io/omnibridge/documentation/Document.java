package io.omnibridge.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Markdown file of the project.
 *
 * @param path from the root of the project
 */
public record Document(Path path, String text) {

    static final Path ROOT = Path.of("..");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

    /** A fenced block and the language that it names, which may be empty. */
    record Fence(String language, String content) {}

    /** A document with this text, for tests of the checks themselves. */
    static Document planted(String text) {
        return new Document(Path.of("planted.md"), text);
    }

    /** Reads one document of the project. */
    public static Document read(String path) {
        try {
            return new Document(Path.of(path), Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all documents that describe the present state: all but the changelog. */
    public static List<Document> all() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<String> pages = docs.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> ROOT.relativize(file).toString());
            return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md"), pages)
                    .sorted()
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Fence> fences() {
        return FENCE.matcher(text)
                .results()
                .map(fence -> new Fence(fence.group(1), fence.group(2)))
                .toList();
    }

    /** The text without fenced blocks. */
    String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    /** What stands in backticks within the prose; in tables, an escaped bar is a bar. */
    List<String> codeSpans() {
        return matches(SPAN, prose())
                .map(span -> span.group(1).replace("\\|", "|").strip())
                .toList();
    }

    /** The problem, with the document that has it. */
    String problem(String what) {
        return path + ": " + what;
    }

    static Stream<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results();
    }
}
