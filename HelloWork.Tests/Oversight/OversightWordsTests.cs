using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Oversight;
using HelloWork.Domain.Oversight;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Oversight;

/// <summary>Every state and refusal that a page of oversight can show has its words.</summary>
public sealed class OversightWordsTests
{
    private readonly IServiceProvider _services = new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider();

    [Fact]
    public void EveryValueShown_HasItsWords()
    {
        All<DeletionsText>(Of<DeletionReason>("Reason").Concat(Of<HelloWork.Domain.Seekers.Provision.ObtainedOutcome>("Outcome")).Concat(Of<SettleRefusal>("Refused")).Concat(Of<DeletionFilter>("Tab")));
        All<DemandText>(Of<DemandRefusal>("Refused"));
        All<ViolationsText>(Of<ViolationKind>("Kind").Concat(Of<ViolationSource>("Source")));
        All<ReportText>(Of<ReportRefusal>("Refused").Concat(Of<ComplaintDecision>("State")));
        All<ComplaintsText>(Of<ComplaintRefusal>("Refused").Concat(Of<ComplaintDecision>("Decision")));
        All<OrderText>(Of<OrderRefusal>("Refused").Concat(Of<AnswerRefusal>("Refused")));
        All<RecordText>(Of<ProviderEventKind>("Event").Concat(Of<RemovalGround>("Ground")).Concat(Of<SuspensionRefusal>("Refused.Suspension")).Concat(Of<CloseRefusal>("Refused.Close")).Concat(Of<RemovalRefusal>("Refused.Removal")));
    }

    private static IEnumerable<string> Of<TEnum>(string prefix) where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(name => $"{prefix}.{name}");

    private void All<TText>(IEnumerable<string> keys)
    {
        var text = _services.GetRequiredService<IStringLocalizer<TText>>();

        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }
}
