package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the {@link ApiRules} of a provider. */
final class ApiReader {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,30}");

    /** Any header except those that OmniBridge or the HTTP connection sets. */
    private static final Pattern HEADER =
            Pattern.compile("(?i)(?!(authorization|proxy-.*|cookie|host|content-.*|connection"
                    + "|transfer-encoding|expect|upgrade|te|trailer|x-http-method.*|x-method-override|date|via|accept-encoding)$)"
                    + "[a-z0-9-]{1,63}");

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private final YamlMapping members;

    ApiReader(YamlMapping members) {
        this.members = members;
    }

    ApiRules read() {
        return new ApiRules(
                members.find("api_token_scheme")
                        .flatMap(it -> ValueParsers.text(it, SCHEME, "must be an authentication scheme"))
                        .orElse("Bearer"),
                headers());
    }

    private Map<String, String> headers() {
        return members.find("headers")
                .map(value -> {
                    Map<String, String> headers =
                            ValueParsers.texts(value, HEADER, "is a header that cannot be set here");
                    if (headers.values().stream()
                            .anyMatch(it -> !HEADER_VALUE.matcher(it).matches())) {
                        value.reject("must have values of 1 to 255 ASCII characters");
                    }
                    return headers;
                })
                .orElse(Map.of());
    }
}
