package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@link TokenRules} of a provider. */
final class TokenReader {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,63}");
    private static final String WORD_RULE = "must be a word of letters, digits, '_', '.' and '-'";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.-]{1,63}");

    private final YamlMapping members;

    TokenReader(YamlMapping members) {
        this.members = members;
    }

    TokenRules read() {
        return new TokenRules(
                members.find("token_body")
                        .flatMap(it -> ValueParsers.constant(it, BodyFormat.class))
                        .orElse(BodyFormat.FORM),
                AuthorizationReader.parameters(members.find("token_parameters")),
                AuthorizationReader.parameters(members.find("refresh_parameters")),
                members.find("tokens_at").flatMap(ValueParsers::pointer).orElse(JsonPointer.empty()),
                Set.copyOf(members.find("token_types")
                        .map(value -> ValueParsers.oneOrMore(value, it -> ValueParsers.text(it, TYPE, WORD_RULE)))
                        .orElse(List.of("bearer"))),
                members.find("default_expiry").flatMap(ValueParsers::duration).filter(it -> !it.isZero()),
                errors());
    }

    private ErrorRules errors() {
        return new ErrorRules(
                members.find("errors_with_status_200")
                        .flatMap(ValueParsers::flag)
                        .orElse(false),
                members.find("error_pointer").flatMap(ValueParsers::pointer),
                errorCodes("invalid_grant_errors"),
                errorCodes("invalid_client_errors"),
                Set.copyOf(members.find("unprocessed_statuses")
                        .map(value -> ValueParsers.list(value, ValueParsers::status))
                        .orElse(List.of(429, 503))),
                members.find("retry_after_header")
                        .flatMap(it -> ValueParsers.text(it, WORD, WORD_RULE))
                        .orElse("Retry-After"));
    }

    private Set<String> errorCodes(String name) {
        return members.find(name)
                .map(value -> ValueParsers.list(value, it -> ValueParsers.text(it, WORD, WORD_RULE)))
                .map(Set::copyOf)
                .orElse(Set.of());
    }
}
