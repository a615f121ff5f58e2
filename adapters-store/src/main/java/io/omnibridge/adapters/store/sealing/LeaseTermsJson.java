package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The terms of a lease and the hash of its secret as the JSON that is sealed.
 *
 * @param secret the hash of the secret in the lease's token
 */
record LeaseTermsJson(LeaseTerms terms, HashedValue secret) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Member of re-sealed terms only. */
    private static final String TOKEN_KEY = "tokenKey";

    byte[] write() throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("secret", secret.sha256());
        json.put("label", terms.label());
        terms.sources().ifPresent(sources -> put("sources", sources, json));
        ArrayNode accounts = json.putArray("accounts");
        for (AccountKey account : terms.accounts()) {
            accounts.addObject()
                    .put("provider", account.provider().value())
                    .put("id", account.providerAccountId().value());
        }
        put("of", terms.of(), json);
        json.put("expiresAt", terms.expiresAt().getEpochSecond());
        json.put("maxUses", terms.maxUses());
        return JSON.writeValueAsBytes(json);
    }

    /** Reads what {@link #write} wrote; anything else fails. */
    static LeaseTermsJson read(UserId owner, byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        List<AccountKey> accounts = new ArrayList<>();
        for (JsonNode account : json.required("accounts")) {
            accounts.add(new AccountKey(
                    owner,
                    new ProviderId(account.required("provider").textValue()),
                    new ProviderAccountId(account.required("id").textValue())));
        }
        LeaseTerms terms = new LeaseTerms(
                json.required("label").textValue(),
                json.has("sources") ? Optional.of(constants(Source.class, json.get("sources"))) : Optional.empty(),
                accounts,
                constants(UseKind.class, json.required("of")),
                Instant.ofEpochSecond(json.required("expiresAt").longValue()),
                json.required("maxUses").longValue());
        return new LeaseTermsJson(terms, new HashedValue(json.required("secret").textValue()));
    }

    /** Returns the key that the token of the lease needs; empty if {@code bytes} do not name it. */
    static OptionalLong tokenKey(byte[] bytes) throws IOException {
        JsonNode key = JSON.readTree(bytes).path(TOKEN_KEY);
        return key.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(key.longValue());
    }

    /** Returns {@code bytes} with the name of the key that the token of the lease needs, and all else as it is. */
    static byte[] withTokenKey(long key, byte[] bytes) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(bytes);
        return JSON.writeValueAsBytes(json.put(TOKEN_KEY, key));
    }

    private static <E extends Enum<E>> void put(String member, Set<E> constants, ObjectNode json) {
        ArrayNode names = json.putArray(member);
        new TreeSet<>(constants).forEach(constant -> names.add(constant.name()));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, JsonNode names) {
        Set<E> constants = new HashSet<>();
        names.forEach(name -> constants.add(Enum.valueOf(type, name.textValue())));
        return constants;
    }
}
