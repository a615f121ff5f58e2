package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells the scopes of a token response apart (RFC 6749 §5.1), in any of the forms that providers give them. */
final class GrantedScopes {

    private GrantedScopes() {}

    /** @throws InvalidValue if {@code value} is neither a text nor an array of texts */
    static Set<String> in(JsonNode value, String separator) {
        Set<String> scopes = new LinkedHashSet<>();
        texts(value).forEach(text -> scopes.addAll(List.of(text.split("[\\s" + separator + "]+", -1))));
        scopes.remove("");
        return scopes;
    }

    private static List<String> texts(JsonNode value) {
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        InvalidValue.unless(value.isArray(), "must be a text or an array");
        List<String> texts = new ArrayList<>();
        value.forEach(item -> {
            InvalidValue.unless(item.isTextual(), "must be a text");
            texts.add(item.textValue());
        });
        return texts;
    }
}
