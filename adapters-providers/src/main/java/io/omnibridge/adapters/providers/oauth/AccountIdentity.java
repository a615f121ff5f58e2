package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.ProviderAccountId;
import java.util.Optional;
import java.util.stream.Stream;

/** What a provider says of a granted account: its stable id, and what people call it. */
record AccountIdentity(ProviderAccountId account, Optional<AccountLabel> label) {

    /** @param statements the objects that may have the label; the first that has one decides */
    static AccountIdentity of(ProviderEntry entry, ProviderAccountId account, JsonNode... statements) {
        Optional<AccountLabel> label = entry.label().stream()
                .flatMap(pointer ->
                        Stream.of(statements).flatMap(statement -> ProviderJson.id(statement, pointer).stream()))
                .flatMap(text -> AccountLabel.ofProvider(text).stream())
                .findFirst();
        return new AccountIdentity(account, label);
    }
}
