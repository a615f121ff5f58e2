package io.omnibridge.adapters.http.page;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page calls the accounts of its user, of which it knows the keys alone. Immutable.
 *
 * @param labels what the providers call accounts that are linked; an account that is not among them is named by its id alone
 */
record AccountNames(ProviderNames providers, Map<AccountKey, AccountLabel> labels) {

    /** An id or a label has up to 255 characters, and a page may have hundreds of them. */
    private static final int MAX_LENGTH = 64;

    AccountNames {
        labels = Map.copyOf(labels);
    }

    String of(ProviderId provider) {
        return providers.of(provider);
    }

    /** Returns the provider's name with label and id of the account, as far as they are known. */
    String of(AccountKey account) {
        Optional<String> label = Optional.ofNullable(labels.get(account)).map(AccountLabel::value);
        Optional<String> id = Optional.of(account.providerAccountId())
                .filter(known -> !known.equals(ProviderAccountId.UNKNOWN))
                .map(ProviderAccountId::value);
        String details = Stream.of(label, id)
                .flatMap(Optional::stream)
                .distinct()
                .map(AccountNames::shortened)
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? of(account.provider()) : of(account.provider()) + " (" + details + ")";
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }
}
