package io.omnibridge.bootstrap.command;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.revocation.EraseUserResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.ProviderWiring;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Signs one user out, revokes the grants of the user, and erases the user's data in one step. */
@Command(
        name = "erase",
        description = {
            "Sign a user out, revoke the grants of the user, and erase all data of the user, without asking.",
            "Prints what was erased, and the providers where a grant may still be valid. Needs OMNIBRIDGE_PROVIDERS_FILE as"
                    + " nodes have it."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the store has no data of the user, whether or not it had any before",
            "1:the store failed, which standard error says: run it again",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class UsersEraseCommand extends ConfiguredCommand {

    @Option(names = "--user", required = true, paramLabel = "USER", description = "the user whose data is erased")
    private String user = "";

    UsersEraseCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        UserId owner = read("--user", user, UserId::new);
        ProviderWiring providers = access.providers();
        try (OpenVault vault = access.writing()) {
            EraseUserResult result = access.grants(vault, providers).eraseUser().erase(owner);
            out().println(erasedLine(result.erased(), owner));
            unrevokedLine(result.unrevoked()).ifPresent(out()::println);
            return ExitCode.OK;
        }
    }

    /** Returns one line with the user id at its end, because the id may look like anything. */
    static String erasedLine(ErasedUser erased, UserId user) {
        String what = erased.accounts() + erased.events() == 0
                ? "there was nothing"
                : "erased " + Counted.of(erased.accounts(), "account") + " and " + Counted.of(erased.events(), "event");
        return what + ": " + OneLine.of(user.value());
    }

    /** Returns a line that names the providers whose grants were not revoked; empty if there is none. */
    static Optional<String> unrevokedLine(List<ProviderId> unrevoked) {
        if (unrevoked.isEmpty()) {
            return Optional.empty();
        }
        String names = unrevoked.stream().map(ProviderId::value).distinct().collect(Collectors.joining(", "));
        return Optional.of("not revoked, to be ended by the user at the provider: " + names);
    }
}
