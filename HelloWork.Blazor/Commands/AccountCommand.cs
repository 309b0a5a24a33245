using HelloWork.Domain.Accounts;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary><c>account disable USER</c> and <c>account enable USER</c>: an operator's way to shut an account at once.</summary>
public static class AccountCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var text = services.GetRequiredService<IStringLocalizer<CommandsText>>();
        if (args is not [("disable" or "enable") and var verb, var userId])
        {
            Console.Error.WriteLine(text["Account.Usage"]);
            return 1;
        }

        var known = await services.GetRequiredService<DisableAccount>().RunAsync(new(userId, Enable: verb == "enable"), ct);
        (known ? Console.Out : Console.Error).WriteLine(text[known ? $"Account.{verb}" : "Account.Unknown", userId]);
        return known ? 0 : 1;
    }
}
