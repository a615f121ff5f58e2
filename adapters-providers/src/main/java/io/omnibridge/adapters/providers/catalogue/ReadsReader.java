package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.reads.FieldPath;
import io.omnibridge.adapters.providers.reads.ProviderReads;
import io.omnibridge.adapters.providers.reads.ReadableApi;
import io.omnibridge.adapters.providers.reads.TokenCheckEndpoint;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what may be read at the APIs of a provider. */
final class ReadsReader {

    private static final Pattern PREFIXES = Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]{1,63}){1,8}");
    private static final Pattern DOWNLOAD_HOST =
            Pattern.compile("(\\*\\.)?(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private final YamlMapping members;
    private final UrlTemplate urlTemplate;

    ReadsReader(YamlMapping members, UrlTemplate urlTemplate) {
        this.members = members;
        this.urlTemplate = urlTemplate;
    }

    ProviderReads read() {
        List<ReadableApi> apis = new ArrayList<>();
        members.findEach("apis", PREFIXES)
                .forEach((prefix, api) ->
                        new ReadableApiReader(prefix, api, urlTemplate).read().ifPresent(apis::add));
        return new ProviderReads(
                apis,
                fields(members, "removed_fields"),
                members.find("data_by_token").flatMap(ValueParsers::flag).orElse(false),
                members.find("download_hosts")
                        .map(hosts -> ValueParsers.list(hosts, ReadsReader::downloadHost))
                        .orElse(List.of()),
                tokenCheck(),
                members.find("api_url").isPresent());
    }

    private Optional<TokenCheckEndpoint> tokenCheck() {
        Optional<YamlValue> path = members.find("token_check_path");
        List<JsonPointer> parts = path.map(it -> ValueParsers.oneOrMore(it, ValueParsers::pointer))
                .orElse(List.of());
        if (members.find("token_check_url").isEmpty()) {
            path.ifPresent(it -> it.reject("needs a token_check_url"));
        }
        return members.find("token_check_url").flatMap(urlTemplate::url).map(url -> new TokenCheckEndpoint(url, parts));
    }

    private static Optional<String> downloadHost(YamlValue value) {
        return ValueParsers.text(value, DOWNLOAD_HOST, "must be a host name in small letters, or *. and a host name");
    }

    /** Returns the JSON pointers in the member of that name. */
    static List<FieldPath> fields(YamlMapping members, String name) {
        return members.find(name)
                .map(fields -> ValueParsers.list(fields, ReadsReader::field))
                .orElse(List.of());
    }

    private static Optional<FieldPath> field(YamlValue value) {
        return value.text().flatMap(text -> {
            Optional<FieldPath> path = FieldPath.parse(text);
            if (path.isEmpty()) {
                value.reject("must be a JSON pointer, such as /files/*/thumbnailLink, or /**/ and a name");
            }
            return path;
        });
    }
}
