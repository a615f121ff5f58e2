package io.omnibridge.adapters.providers.reads;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the catalogue says of the reads of one provider.
 *
 * @param removedFields JSON fields to drop from the responses of all its APIs
 * @param takesAccountsLinkedByToken whether accounts that were linked by token may be used
 * @param downloadHosts hosts to which a media read may be redirected, without the token: names, or {@code *.} and a name
 * @param tokenCheck what answers whether a token is accepted
 * @param hasUnusedUrl whether the entry has {@code api_url}, which nothing uses
 */
public record ProviderReads(
        List<ReadableApi> apis,
        List<FieldPath> removedFields,
        boolean takesAccountsLinkedByToken,
        List<String> downloadHosts,
        Optional<TokenCheckEndpoint> tokenCheck,
        boolean hasUnusedUrl) {

    public ProviderReads {
        apis = List.copyOf(apis);
        removedFields = List.copyOf(removedFields);
        downloadHosts = List.copyOf(downloadHosts);
        Objects.requireNonNull(tokenCheck, "tokenCheck");
    }
}
