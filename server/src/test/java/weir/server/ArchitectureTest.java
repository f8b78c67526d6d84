// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import weir.wire.Protocol;
import weir.wire.sensor.Protocols;

/** The arrows of the house plan, as rules: an import that goes against them breaks the build. */
@AnalyzeClasses(packages = "weir", importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

    /** Leaves out the tests, of this module and of those whose tests are in an archive. */
    static final class ProductOnly implements ImportOption {
        private final ImportOption ownTests = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return ownTests.includes(location) && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_model_speaks_of_nothing_but_itself = classes()
            .that()
            .resideInAPackage("weir.model..")
            .should()
            .onlyDependOnClassesThat(in("java..", "org.jspecify..", "weir.model.."));

    @ArchTest
    static final ArchRule the_model_reads_and_writes_nothing = noClasses()
            .that()
            .resideInAPackage("weir.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..");

    @ArchTest
    static final ArchRule wire_knows_only_the_model = classes()
            .that()
            .resideInAPackage("weir.wire..")
            .should()
            .onlyDependOnClassesThat(in("java..", "javax..", "org.jspecify..", "weir.model..", "weir.wire.."));

    @ArchTest
    static final ArchRule analysis_knows_only_the_model = classes()
            .that()
            .resideInAPackage("weir.analysis..")
            .should()
            .onlyDependOnClassesThat(in("java..", "org.jspecify..", "weir.model..", "weir.analysis.."));

    @ArchTest
    static final ArchRule nobody_imports_the_server = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("weir.server..");

    @ArchTest
    static final ArchRule decoders_know_the_decoder_api_and_not_the_sensor = noClasses()
            .that()
            .resideInAPackage("weir.wire.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("weir.wire.flow..", "weir.wire.net..", "weir.wire.capture..");

    @ArchTest
    static final ArchRule there_are_no_cycles_of_packages =
            slices().matching("weir.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_comes_from_the_packet = noClasses()
            .that()
            .resideOutsideOfPackages("weir.server..", "weir.wire.capture.live..") // which makes packets
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule nobody_prints = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule no_object_is_deserialised =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream");

    @ArchTest
    static final ArchRule the_command_line_library_stays_at_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule json_is_written_and_read_where_something_comes_in_or_goes_out = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "weir.server.output..",
                    "weir.server.feed..",
                    "weir.server.content..",
                    "weir.server.json..",
                    "weir.server.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule only_the_api_knows_the_http_library = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule the_store_knows_nobody = noClasses()
            .that()
            .resideInAPackage("weir.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("weir.model..", "weir.wire..", "weir.analysis..", "weir.server..");

    @ArchTest
    static final ArchRule identity_knows_no_route = noClasses()
            .that()
            .resideInAnyPackage(
                    "weir.server.identity..", "weir.server.audit..", "weir.server.tls..", "weir.server.secret..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("weir.server.api..", "io.helidon..");

    @ArchTest
    static final ArchRule only_tls_knows_the_library_of_certificates = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule only_the_directory_knows_the_library_of_ldap = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server.identity.ldap")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.unboundid..");

    @ArchTest
    static final ArchRule only_openid_knows_the_library_of_its_tokens = noClasses()
            .that()
            .resideOutsideOfPackage("weir.server.identity.openid")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule the_audit_and_secrets_do_not_know_who_there_is = noClasses()
            .that()
            .resideInAnyPackage(
                    "weir.server.audit..", "weir.server.secret..", "weir.server.tls..", "weir.server.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("weir.server.identity..");

    @ArchTest
    static void every_protocol_is_in_the_registry(JavaClasses all) {
        Set<String> written = all.stream()
                .filter(c -> c.isAssignableTo(Protocol.class) && !c.isInterface())
                .filter(c -> c.getPackageName().startsWith("weir.wire.protocol"))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> registered = Protocols.all().stream()
                .map(p -> p.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(registered).containsExactlyInAnyOrderElementsOf(written);
    }

    @ArchTest
    static void every_package_says_what_it_is_for(JavaClasses all) {
        Set<String> silent = all.stream()
                .map(JavaClass::getPackage)
                .filter(p -> !p.getClasses().isEmpty() && !p.tryGetPackageInfo().isPresent())
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).isEmpty();
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }
}
