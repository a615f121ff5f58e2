package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.reads.ApiErrors;
import io.omnibridge.adapters.providers.reads.ApiQuirks;
import io.omnibridge.adapters.providers.reads.ReadRule;
import io.omnibridge.adapters.providers.reads.ReadableApi;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one {@link ReadableApi}. */
final class ReadableApiReader {

    static final Pattern LIMIT = Pattern.compile("[a-z0-9_.-]{1,63}");
    static final String LIMIT_RULE = "must be a word of small letters, digits, '_', '.' and '-'";

    private static final Pattern FIELD = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern ERROR = Pattern.compile("[A-Za-z0-9_.-]{1,63}");

    private final String prefix;
    private final YamlMapping members;
    private final UrlTemplate urlTemplate;

    ReadableApiReader(String prefix, YamlMapping members, UrlTemplate urlTemplate) {
        this.prefix = prefix;
        this.members = members;
        this.urlTemplate = urlTemplate;
    }

    /** Returns the API, or reports mistakes and returns empty. */
    Optional<ReadableApi> read() {
        Optional<URI> url = members.require("url").flatMap(this::url);
        Optional<Source> source = members.find("source").flatMap(it -> ValueParsers.constant(it, Source.class));
        List<String> scopes = members.find("scopes")
                .map(it -> ValueParsers.list(it, ValueParsers::scope))
                .orElse(List.of());
        List<ReadRule> reads = members.require("reads")
                .map(it -> ValueParsers.list(it, read -> new ReadRuleReader(source).read(read)))
                .orElse(List.of());
        rejectRepeated(reads);
        ApiQuirks quirks = quirks();
        members.rejectUnknown();
        return url.map(it -> new ReadableApi(prefix, it, source, scopes, reads, quirks));
    }

    private Optional<URI> url(YamlValue value) {
        Optional<URI> url = urlTemplate.url(value);
        boolean isBase = url.filter(
                        it -> it.getRawQuery() == null && !it.getRawPath().endsWith("/"))
                .isPresent();
        if (url.isPresent() && !isBase) {
            value.reject("must have no query and no slash at its end");
        }
        return url.filter(it -> isBase);
    }

    private void rejectRepeated(List<ReadRule> reads) {
        Set<String> seen = new HashSet<>();
        reads.stream()
                .filter(it -> !seen.add(it.method() + " " + it.path() + " " + it.when()))
                .findFirst()
                .ifPresent(it -> members.reject("must not list a read twice"));
    }

    private ApiQuirks quirks() {
        return new ApiQuirks(
                members.find("parameters")
                        .flatMap(it -> ValueParsers.text(it, Pattern.compile("any"), "must be any, or absent"))
                        .isPresent(),
                members.find("functions").flatMap(ValueParsers::flag).orElse(false),
                Set.copyOf(members.find("link_fields")
                        .map(fields -> ValueParsers.list(
                                fields, it -> ValueParsers.text(it, FIELD, "must be the name of a JSON field")))
                        .orElse(List.of())),
                ReadsReader.fields(members, "removed_fields"),
                members.find("api_errors").flatMap(YamlValue::members).flatMap(ReadableApiReader::errors),
                members.find("limit").flatMap(it -> ValueParsers.text(it, LIMIT, LIMIT_RULE)));
    }

    private static Optional<ApiErrors> errors(YamlMapping members) {
        Optional<JsonPointer> pointer = members.require("pointer").flatMap(ValueParsers::pointer);
        Set<String> dead = names(members, "dead");
        Set<String> limited = names(members, "limited");
        members.rejectUnknown();
        return pointer.map(it -> new ApiErrors(it, dead, limited));
    }

    private static Set<String> names(YamlMapping members, String name) {
        return Set.copyOf(members.find(name)
                .map(names -> ValueParsers.list(
                        names,
                        it -> ValueParsers.text(it, ERROR, "must be a word of letters, digits, '_', '.' and '-'")))
                .orElse(List.of()));
    }
}
