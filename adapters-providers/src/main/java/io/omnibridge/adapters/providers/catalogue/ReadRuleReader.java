package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.reads.PathTemplate;
import io.omnibridge.adapters.providers.reads.ReadMatcher;
import io.omnibridge.adapters.providers.reads.ReadRule;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.application.port.ReadContent;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ReadMethod;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one {@link ReadRule}. */
final class ReadRuleReader {

    private static final String PATH_RULE =
            "must be a path such as /files/{id}: segments of letters, digits and '._~$@=,-', {name},"
                    + " a function like search(q='{q}'), and at the end {name+} or **";
    private static final Pattern PARAMETER = Pattern.compile("[^\\p{Cntrl}&=#]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.-]{1,63}");

    private final Optional<Source> sourceOfApi;

    ReadRuleReader(Optional<Source> sourceOfApi) {
        this.sourceOfApi = sourceOfApi;
    }

    /** Returns the read, or reports mistakes and returns empty. */
    Optional<ReadRule> read(YamlValue value) {
        return value.members().flatMap(this::read);
    }

    private Optional<ReadRule> read(YamlMapping members) {
        List<String> kinds = Stream.of("get", "post", "media")
                .filter(it -> members.find(it).isPresent())
                .toList();
        if (kinds.size() != 1) {
            members.reject("must have exactly one of the members get, post and media");
            return Optional.empty();
        }
        Optional<PathTemplate> path = members.find(kinds.get(0)).flatMap(ReadRuleReader::path);
        Map<String, String> when = when(members);
        List<String> query = query(members, when);
        Set<String> except = except(members);
        Optional<Source> source = source(members);
        Optional<String> limit = members.find("limit")
                .flatMap(it -> ValueParsers.text(it, ReadableApiReader.LIMIT, ReadableApiReader.LIMIT_RULE));
        Set<String> scopes = Set.copyOf(members.find("scopes")
                .map(it -> ValueParsers.list(it, ValueParsers::scope))
                .orElse(List.of()));
        members.rejectUnknown();
        ReadMethod method = kinds.contains("post") ? ReadMethod.POST : ReadMethod.GET;
        ReadContent of = kinds.contains("media") ? ReadContent.MEDIA : ReadContent.JSON;
        return path.map(it -> new ReadRule(method, it, of, source, query, when, except, limit, scopes));
    }

    private static List<String> query(YamlMapping members, Map<String, String> when) {
        Set<String> query = new LinkedHashSet<>(members.find("query")
                .map(it -> ValueParsers.list(it, ReadRuleReader::parameter))
                .orElse(List.of()));
        query.addAll(when.keySet());
        return List.copyOf(query);
    }

    private static Set<String> except(YamlMapping members) {
        List<String> except = members.find("except")
                .map(it -> ValueParsers.list(it, name -> ValueParsers.text(name, VALUE, "must be a literal segment")))
                .orElse(List.of());
        return except.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Optional<PathTemplate> path(YamlValue value) {
        return value.text().flatMap(text -> {
            Optional<PathTemplate> path = PathTemplate.parse(text);
            if (path.isEmpty()) {
                value.reject(PATH_RULE);
            }
            return path;
        });
    }

    private Optional<Source> source(YamlMapping members) {
        Optional<YamlValue> given = members.find("source");
        if (given.isEmpty()
                || given.flatMap(YamlValue::text).filter("none"::equals).isPresent()) {
            return given.isEmpty() ? sourceOfApi : Optional.empty();
        }
        return given.flatMap(it -> ValueParsers.constant(it, Source.class));
    }

    private static Map<String, String> when(YamlMapping members) {
        Map<String, String> when = new LinkedHashMap<>();
        members.find("when")
                .flatMap(it -> it.members(PARAMETER))
                .map(YamlMapping::all)
                .orElse(Map.of())
                .forEach((name, value) ->
                        ValueParsers.text(value, VALUE, "must be a word").ifPresent(it -> when.put(name, it)));
        return when;
    }

    private static Optional<String> parameter(YamlValue value) {
        Optional<String> name = ValueParsers.text(value, PARAMETER, "must be the name of a parameter");
        if (name.filter(ReadMatcher::isAlwaysRefused).isPresent()) {
            value.reject("is a parameter that is always refused");
            return Optional.empty();
        }
        return name;
    }
}
