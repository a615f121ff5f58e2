package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.IdTokenAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the algorithms of ID tokens that an issuer announces with those that the catalogue allows. */
final class IdTokenAlgorithmCheck {

    private IdTokenAlgorithmCheck() {}

    /** @param announced names from the metadata, of which only known ones are repeated */
    static CheckResult check(List<String> announced, Set<IdTokenAlgorithm> allowed) {
        Set<IdTokenAlgorithm> known = announced.stream()
                .map(IdTokenAlgorithm::named)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<IdTokenAlgorithm> usable =
                known.stream().filter(allowed::contains).collect(Collectors.toCollection(TreeSet::new));
        Set<IdTokenAlgorithm> others = new TreeSet<>(known);
        others.removeAll(usable);
        if (known.isEmpty()) {
            return new CheckResult(
                    CheckStatus.WRONG, "the issuer announces no algorithm for ID tokens that OmniBridge can verify");
        }
        if (usable.isEmpty()) {
            return new CheckResult(
                    CheckStatus.WRONG,
                    "the issuer signs ID tokens by " + names(others)
                            + ": id_token_algorithms must contain what it uses");
        }
        String rest = others.isEmpty()
                ? ""
                : "; if it signs by " + names(others) + " for this client, id_token_algorithms must contain that";
        return new CheckResult(
                CheckStatus.FINE, "the issuer signs ID tokens by " + names(usable) + ", which is allowed" + rest);
    }

    private static String names(Set<IdTokenAlgorithm> algorithms) {
        return algorithms.stream().map(IdTokenAlgorithm::joseName).collect(Collectors.joining(", "));
    }
}
