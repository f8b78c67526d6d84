// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class PerlExpressionTest {

    private static boolean finds(String perl, String text) throws Refused {
        return Pattern.compile(PerlExpression.inJava(perl)).matcher(text).find();
    }

    @Test
    void what_both_understand_stays_as_it_is() throws Refused {
        for (String perl : new String[] {
            "^a+(b|c)*?$", "\\x41\\x{42}[0-9a-f]{2,4}", "[^\\r\\n]{100,}", "\\Q[a\\E", "(?i)x", "a\\[b\\]", "\\p{L}{2}"
        }) {
            assertThat(PerlExpression.inJava(perl)).isEqualTo(perl);
        }
    }

    @Test
    void names_of_classes_are_classes() throws Refused {
        assertThat(finds("^[[:alpha:]_]+$", "ab_c")).isTrue();
        assertThat(finds("^[[:alpha:]_]+$", "a:")).isFalse();
        assertThat(finds("^[[:^digit:]]$", "7")).isFalse();
        assertThat(finds("^[[:^digit:]]$", "x")).isTrue();
        assertThat(finds("^[^[:space:]]$", " ")).isFalse();
        assertThatThrownBy(() -> PerlExpression.inJava("[[:colour:]]")).isInstanceOf(Refused.class);
    }

    @Test
    void brackets_and_ampersands_in_a_class_stand_for_themselves() throws Refused {
        assertThat(finds("^[a[b]$", "[")).isTrue();
        assertThat(finds("^[]a]$", "]")).isTrue();
        assertThat(finds("^[^]a]$", "]")).isFalse();
        assertThat(finds("^[a&&b]$", "&")).isTrue();
        assertThat(finds("^[a&&b]$", "a")).isTrue();
    }

    @Test
    void a_brace_that_counts_nothing_stands_for_itself() throws Refused {
        assertThat(finds("function{", "function{")).isTrue();
        assertThat(finds("^a{,3}$", "a{,3}")).isTrue();
        assertThat(finds("^a{2}$", "aa")).isTrue();
    }

    @Test
    void a_named_group_is_a_group() throws Refused {
        assertThat(finds("(?P<one>a)\\k<one>", "aa")).isTrue();
    }

    @Test
    void whatever_it_is_it_is_read_to_its_end() {
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder perl = new StringBuilder();
            for (int n = random.nextInt(1, 14); n > 0; n--) {
                perl.append("[]^:al-&{}0,\\QExP(?<)|$.* #".charAt(random.nextInt(27)));
            }
            try {
                Pattern.compile(PerlExpression.inJava(perl.toString()));
            } catch (Refused | PatternSyntaxException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }
}
