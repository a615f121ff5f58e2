package io.omnibridge.documentation;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names of code in documents, and tells which of them name nothing. */
final class CodeNames {

    /** Classes that no source imports, by the short name that documents use. */
    private static final Map<String, String> FOREIGN = Map.of(
            "ArrayTrie", "org.eclipse.jetty.util.ArrayTrie",
            "BaseLocale", "sun.util.locale.BaseLocale",
            "EagerContentHandler", "org.eclipse.jetty.server.handler.EagerContentHandler",
            "HttpURLConnection", "java.net.HttpURLConnection",
            "JWKSourceBuilder", "com.nimbusds.jose.jwk.source.JWKSourceBuilder");

    /** What looks like a class and is something else: headers, scopes, products, and endings that names must not have. */
    private static final Set<String> NO_CODE = Set.of(
            "Allow",
            "Authorization",
            "Bearer",
            "Calendars.Read",
            "ETag",
            "Files.Read",
            "GitHub",
            "Helper",
            "Host",
            "Impl",
            "Location",
            "Mail.Read",
            "Mail.ReadBasic",
            "Mail.ReadWrite",
            "Manager",
            "OmniBridge",
            "Range",
            "User.Read",
            "Util");

    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z]\\w*");
    private static final Pattern SIMPLE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)(?:\\(\\))?");
    private static final Pattern METHOD = Pattern.compile("([a-z]\\w*)\\(\\)|([a-z]+[A-Z]\\w*)");
    private static final Pattern PACKAGE =
            Pattern.compile("(?:io\\.omnibridge|adapters|application|bootstrap|domain)(?:\\.[a-z_]+)+");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+/?|[a-z-]+/");
    private static final Pattern HUMPS = Pattern.compile("\\b(?:[A-Z][a-z0-9]+){2,}\\b");

    private final SourceIndex sources;

    CodeNames(SourceIndex sources) {
        this.sources = sources;
    }

    List<String> problems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        for (Document document : documents) {
            Document.matches(QUALIFIED, document.text())
                    .map(name -> name.group())
                    .filter(name -> !existsQualified(name))
                    .forEach(name -> problems.add(document.problem("no class " + name)));
            document.codeSpans().stream()
                    .filter(span -> !exists(span))
                    .forEach(span -> problems.add(document.problem("no code `" + span + "`")));
            document.fences().stream()
                    .filter(fence -> Set.of("mermaid", "java").contains(fence.language()))
                    .flatMap(fence -> Document.matches(HUMPS, fence.content()))
                    .map(name -> name.group())
                    .filter(name -> !existsSimple(name))
                    .forEach(name -> problems.add(document.problem("no class " + name)));
        }
        return problems;
    }

    /** Whether the code span names something that exists, or is nothing that this can tell. */
    private boolean exists(String span) {
        if (NO_CODE.contains(span)) {
            return true;
        }
        var simple = SIMPLE.matcher(span);
        if (simple.matches()) {
            return existsMember(simple.group(1), simple.group(2));
        }
        var method = METHOD.matcher(span);
        if (method.matches()) {
            return sources.hasIdentifier(method.group(1) == null ? method.group(2) : method.group(1));
        }
        if (PACKAGE.matcher(span).matches()) {
            return sources.hasPackage(span);
        }
        return !FILE.matcher(span).matches() || existsFile(span);
    }

    private boolean existsMember(String type, String members) {
        if (!sources.hasType(type)) {
            return existsSimple(type);
        }
        return Pattern.compile("\\.")
                .splitAsStream(members)
                .filter(member -> !member.isEmpty())
                .allMatch(member -> sources.hasMember(type, member));
    }

    private boolean existsSimple(String type) {
        return NO_CODE.contains(type)
                || sources.hasType(type)
                || sources.hasImport(type)
                || isLoadable(FOREIGN.getOrDefault(type, type));
    }

    private boolean existsQualified(String name) {
        return name.startsWith("io.omnibridge.") ? sources.hasQualifiedType(name) : isLoadable(name);
    }

    private static boolean isLoadable(String name) {
        try {
            Class.forName(name, false, CodeNames.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** What the build makes is not there before it. A path whose first folder is not the project's means another place. */
    private static boolean existsFile(String path) {
        String first = path.substring(0, path.indexOf('/'));
        return path.contains("target/")
                || path.startsWith("benchmarks/results/")
                || !Files.exists(Document.ROOT.resolve(first))
                || Files.exists(Document.ROOT.resolve(path));
    }
}
